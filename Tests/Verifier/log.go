package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	height    = 8
	width     = 1 << height
	entrySize = 49
)

// A source reads files of a log from a folder or an address, each once. It is also a tlog.TileReader.
type source struct {
	at   string
	read map[string][]byte
}

func (s source) get(path string) ([]byte, error) {
	if data, known := s.read[path]; known {
		return data, nil
	}
	var data []byte
	var err error
	if strings.HasPrefix(s.at, "http://") || strings.HasPrefix(s.at, "https://") {
		var answer *http.Response
		answer, err = http.Get(strings.TrimSuffix(s.at, "/") + "/" + path)
		if err == nil {
			defer answer.Body.Close()
			data, err = io.ReadAll(io.LimitReader(answer.Body, 16<<20))
			if answer.StatusCode != 200 {
				err = errors.New(path + ": " + answer.Status)
			}
		}
	} else {
		data, err = os.ReadFile(filepath.Join(s.at, path))
	}
	if err == nil {
		s.read[path] = data
	}
	return data, err
}

// tilePath is C2SP's name for a tile: Go's has the height in it and calls entries data.
func tilePath(t tlog.Tile) string {
	parts := strings.SplitN(t.Path(), "/", 4)
	if parts[2] == "data" {
		parts[2] = "entries"
	}
	return "tile/" + parts[2] + "/" + parts[3]
}

func (s source) Height() int                     { return height }
func (s source) SaveTiles([]tlog.Tile, [][]byte) {}

func (s source) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, t := range tiles {
		data, err := s.get(tilePath(t))
		if err != nil {
			return nil, err
		}
		if len(data) != t.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", tilePath(t), len(data))
		}
		all = append(all, data)
	}
	return all, nil
}

// tileOf is the tile of this level and number in a tree of this size; W is 0 when there is none.
func tileOf(level int, number, size int64) tlog.Tile {
	count := size
	if level > 0 {
		count = size >> uint(height*level)
	}
	w := count - number*width
	if w > width {
		w = width
	}
	if w < 0 {
		w = 0
	}
	return tlog.Tile{H: height, L: level, N: number, W: int(w)}
}

// A record of `days`.
type record struct {
	day  string
	note []byte
}

func parseDays(data []byte) (first int64, records []record, err error) {
	fault := errors.New("days can't be read")
	lines := bytes.SplitN(data, []byte("\n"), 3)
	if len(lines) != 3 || string(lines[0]) != "sottovoce/v1 days" {
		return 0, nil, fault
	}
	first, err = strconv.ParseInt(strings.TrimPrefix(string(lines[1]), "first-entry "), 10, 64)
	if err != nil || first < 0 {
		return 0, nil, fault
	}
	for rest := lines[2]; len(rest) > 0; {
		line, after, found := strings.Cut(string(rest), "\n")
		words := strings.Split(line, " ")
		count, err := strconv.Atoi(words[len(words)-1])
		if !found || err != nil || count < 0 || count > len(after) ||
			!(len(words) == 2 && words[0] == "open" || len(words) == 3 && words[0] == "closed") {
			return 0, nil, fault
		}
		day := ""
		if len(words) == 3 {
			day = words[1]
		}
		records = append(records, record{day, []byte(after[:count])})
		rest = []byte(after[count:])
	}
	return first, records, nil
}

// wholeLog checks every tile, bundle, entry and checkpoint that is served, as Docs/protocol.md §5 says.
func wholeLog(keysPath, at string, kept []string, list bool) error {
	k, err := readKeys(keysPath)
	if err != nil {
		return err
	}
	s := source{at, map[string][]byte{}}
	data, err := s.get("checkpoint")
	if err != nil {
		return err
	}
	h, err := k.open(data)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	data, err = s.get("days")
	if err != nil {
		return err
	}
	firstEntry, records, err := parseDays(data)
	if err != nil {
		return err
	}
	if firstEntry > h.N {
		return errors.New("the first entry kept is beyond the tree")
	}
	// TileHashReader gives only hashes that were found to be in the tree.
	reader := tlog.TileHashReader(h.Tree, s)
	start := firstEntry / width * width
	entries, err := s.entries(start, h, reader)
	if err != nil {
		return err
	}
	tiles, err := s.hashTiles(start, h, reader)
	if err != nil {
		return err
	}
	for i, entry := range entries {
		index := start + int64(i)
		proof, err := tlog.ProveRecord(h.N, index, reader)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, h.N, h.Hash, index, tlog.RecordHash(entry)); err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
	}
	if start == 0 {
		if err := rebuild(entries, h.Tree); err != nil {
			return err
		}
	}
	if err := noneTwice(entries, start, firstEntry); err != nil {
		return err
	}
	cosignatures := len(h.days)
	last := int64(0)
	for _, one := range records {
		old, err := k.open(one.note)
		if err != nil {
			return fmt.Errorf("days: %w", err)
		}
		if old.N < last {
			return fmt.Errorf("days: a tree of %d after one of %d", old.N, last)
		}
		last = old.N
		if err := goesOn(old.Tree, h.Tree, start, reader); err != nil {
			return fmt.Errorf("days: %w", err)
		}
		cosignatures += len(old.days)
	}
	for _, path := range kept {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		old, err := k.open(data)
		if err == nil {
			err = goesOn(old.Tree, h.Tree, 0, reader)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		fmt.Printf("goes on from %s, size %d\n", path, old.N)
	}
	if list {
		for i, entry := range entries {
			fmt.Println(start+int64(i), entryText(entry))
		}
		return nil
	}
	h.print(k.log.Name())
	fmt.Printf("verified: %d entries from %d, %d hash tiles, %d checkpoints, %d cosignatures\n",
		len(entries), start, tiles, len(records)+1, cosignatures)
	return nil
}

// entries reads the bundles from `start` on and compares each entry with its leaf.
func (s source) entries(start int64, h head, reader tlog.HashReader) ([][]byte, error) {
	var entries [][]byte
	var indexes []int64
	for number := start / width; number*width < h.N; number++ {
		tile := tileOf(-1, number, h.N)
		data, err := s.get(tilePath(tile))
		if err != nil {
			return nil, err
		}
		for i := 0; i < tile.W; i++ {
			if len(data) < 2 || int(binary.BigEndian.Uint16(data)) != entrySize || len(data) < 2+entrySize {
				return nil, fmt.Errorf("%s has not %d entries of %d bytes", tilePath(tile), tile.W, entrySize)
			}
			entries = append(entries, data[2:2+entrySize])
			indexes = append(indexes, tlog.StoredHashIndex(0, number*width+int64(i)))
			data = data[2+entrySize:]
		}
		if len(data) != 0 {
			return nil, fmt.Errorf("%s is too long", tilePath(tile))
		}
	}
	if len(indexes) == 0 {
		return nil, nil
	}
	hashes, err := reader.ReadHashes(indexes)
	if err != nil {
		return nil, err
	}
	for i, entry := range entries {
		if tlog.RecordHash(entry) != hashes[i] {
			return nil, fmt.Errorf("entry %d is not the one in the tree", start+int64(i))
		}
	}
	return entries, nil
}

// hashTiles checks all that must be served, on every level, and says how many.
func (s source) hashTiles(start int64, h head, reader tlog.HashReader) (int, error) {
	count := 0
	for level := 0; h.N>>uint(height*level) > 0; level++ {
		first := int64(0)
		if level == 0 {
			first = start / width
		}
		for number := first; ; number++ {
			tile := tileOf(level, number, h.N)
			if tile.W == 0 {
				break
			}
			want, err := tlog.ReadTileData(tile, reader)
			if err != nil {
				return 0, fmt.Errorf("%s: %w", tilePath(tile), err)
			}
			if got, err := s.get(tilePath(tile)); err != nil || !bytes.Equal(got, want) {
				return 0, errors.New(tilePath(tile) + " is not the tree's")
			}
			count++
		}
	}
	return count, nil
}

// noneTwice refuses a hash that stands twice among the entries kept, unless it is a note's.
func noneTwice(entries [][]byte, start, firstEntry int64) error {
	seen := map[string]int64{}
	for i, entry := range entries {
		index := start + int64(i)
		if index < firstEntry || entry[0] == 3 {
			continue
		}
		hash := string(entry[1:33])
		if before, found := seen[hash]; found {
			return fmt.Errorf("repeated: entries %d and %d have one hash", before, index)
		}
		seen[hash] = index
	}
	return nil
}

// rebuild makes the tree from its entries alone.
func rebuild(entries [][]byte, tree tlog.Tree) error {
	if int64(len(entries)) != tree.N {
		return errors.New("not all entries are there")
	}
	store, err := stored(entries)
	if err != nil {
		return err
	}
	root, err := tlog.TreeHash(tree.N, store)
	if tree.N == 0 {
		root, err = sha256.Sum256(nil), nil
	}
	if err == nil && root != tree.Hash {
		err = errors.New("the entries make another root")
	}
	return err
}

// stored are the hashes of a tree in Go's order.
func stored(entries [][]byte) (tlog.HashReader, error) {
	var hashes []tlog.Hash
	store := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, i := range indexes {
			out = append(out, hashes[i])
		}
		return out, nil
	})
	for n, entry := range entries {
		more, err := tlog.StoredHashes(int64(n), entry, store)
		if err != nil {
			return nil, err
		}
		hashes = append(hashes, more...)
	}
	return store, nil
}

// goesOn proves that the newer tree has the older one as its beginning, where that is still to be proven.
func goesOn(old, now tlog.Tree, start int64, reader tlog.HashReader) error {
	switch {
	case old.N > now.N:
		return fmt.Errorf("rewound: a tree of %d, and now %d", old.N, now.N)
	case old.N == now.N && old.Hash != now.Hash:
		return fmt.Errorf("fork: two roots of %d entries", now.N)
	case old.N == now.N:
		return nil
	case old.N == 0 && old.Hash != sha256.Sum256(nil):
		return errors.New("fork: the empty tree has another root")
	case old.N == 0 || old.N < start:
		return nil
	}
	proof, err := tlog.ProveTree(now.N, old.N, reader)
	if err == nil {
		err = tlog.CheckTree(proof, now.N, now.Hash, old.N, old.Hash)
	}
	if err != nil {
		return fmt.Errorf("fork: not the tree that had %d entries (%w)", old.N, err)
	}
	return nil
}

// entryText is kind, SHA-256 of the envelope and tag.
func entryText(entry []byte) string {
	return fmt.Sprintf("%d %s %s", entry[0], hex.EncodeToString(entry[1:33]), hex.EncodeToString(entry[33:]))
}
