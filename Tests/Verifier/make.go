package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// A cosignerSigner cosigns for one day.
type cosignerSigner struct {
	cosignerKey
	secret  ed25519.PrivateKey
	seconds uint64
}

func (c cosignerSigner) Sign(text []byte) ([]byte, error) {
	var at [8]byte
	binary.BigEndian.PutUint64(at[:], c.seconds)
	return append(at[:], ed25519.Sign(c.secret, cosigned(text, c.seconds))...), nil
}

func newCosignerSigner(name string, seed []byte) cosignerSigner {
	secret := ed25519.NewKeyFromSeed(seed)
	public := secret.Public().(ed25519.PublicKey)
	return cosignerSigner{cosignerKey{name, cosignerID(name, public), public}, secret, 0}
}

func (c cosignerSigner) vkey() string {
	return fmt.Sprintf("%s+%08x+%s", c.name, c.id, base64.StdEncoding.EncodeToString(append([]byte{4}, c.key...)))
}

// makeKeys writes `log` and `cosigner NAME SEED` lines to FOLDER/secrets and prints the vkeys.
func makeKeys(folder, name string, cosigners []string) error {
	skey, vkey, err := note.GenerateKey(rand.Reader, name)
	if err != nil {
		return err
	}
	secrets := skey + "\n"
	fmt.Println("log", vkey)
	for _, one := range cosigners {
		seed := make([]byte, ed25519.SeedSize)
		if _, err := rand.Read(seed); err != nil {
			return err
		}
		secrets += one + " " + base64.StdEncoding.EncodeToString(seed) + "\n"
		fmt.Println("cosigner", newCosignerSigner(one, seed).vkey())
	}
	return os.WriteFile(filepath.Join(folder, "secrets"), []byte(secrets), 0o600)
}

// makeLog makes a log of random entries, in which the notes named stand from FIRST-ENTRY on: so many days from
// the first, closed one after the other. On the day after the last all cosigners have signed the tree.
func makeLog(arguments []string) error {
	folder, site, notes := arguments[0], arguments[1], arguments[6:]
	firstDay, err := time.Parse("2006-01-02", arguments[2])
	if err != nil {
		return err
	}
	var numbers [3]int64
	for i, text := range arguments[3:6] {
		if numbers[i], err = strconv.ParseInt(text, 10, 64); err != nil {
			return err
		}
	}
	days, firstEntry, size := numbers[0], numbers[1], numbers[2]
	if days < 1 || firstEntry < 0 || size < firstEntry+int64(len(notes)) {
		return errors.New("these numbers make no log")
	}
	secrets, err := os.ReadFile(filepath.Join(folder, "secrets"))
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSpace(string(secrets)), "\n")
	log, err := note.NewSigner(lines[0])
	if err != nil {
		return err
	}
	var cosigners []note.Signer
	for _, line := range lines[1:] {
		name, text, _ := strings.Cut(line, " ")
		seed, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			return err
		}
		one := newCosignerSigner(name, seed)
		one.seconds = uint64(firstDay.AddDate(0, 0, int(days)).Unix())
		cosigners = append(cosigners, one)
	}

	var entries [][]byte
	for n := int64(0); n < size; n++ {
		entry := make([]byte, entrySize)
		if _, err := rand.Read(entry); err != nil {
			return err
		}
		entry[0] = 1 + byte(n%2)
		if i := n - firstEntry; i >= 0 && i < int64(len(notes)) {
			data, err := os.ReadFile(notes[i])
			if err != nil {
				return err
			}
			sum := sha256.Sum256(data)
			entry[0] = 3
			copy(entry[1:], sum[:])
		}
		entries = append(entries, entry)
	}
	store, err := stored(entries)
	if err != nil {
		return err
	}
	checkpoint := func(n int64, more ...note.Signer) (tlog.Tree, []byte, error) {
		root, err := tlog.TreeHash(n, store)
		if err != nil {
			return tlog.Tree{}, nil, err
		}
		text := fmt.Sprintf("%s\n%d\n%v\n", log.Name(), n, root)
		msg, err := note.Sign(&note.Note{Text: text}, append([]note.Signer{log}, more...)...)
		return tlog.Tree{N: n, Hash: root}, msg, err
	}
	list := fmt.Sprintf("sottovoce/v1 days\nfirst-entry %d\n", firstEntry)
	// Of each closing the partial tiles are there too, as C2SP wants.
	from := firstEntry + int64(len(notes))
	for i := int64(0); i < days; i++ {
		var more []note.Signer
		if i == days-1 {
			more = cosigners
		}
		n := from + (size-from)*(i+1)/days
		_, msg, err := checkpoint(n, more...)
		if err != nil {
			return err
		}
		list += fmt.Sprintf("closed %s %d\n%s", firstDay.AddDate(0, 0, int(i)).Format("2006-01-02"), len(msg), msg)
		if err := writeTiles(site, firstEntry/width*width, n, entries, store); err != nil {
			return err
		}
	}
	tree, msg, err := checkpoint(size, cosigners...)
	if err != nil {
		return err
	}
	for path, data := range map[string][]byte{"days": []byte(list), "checkpoint": msg} {
		if err := write(filepath.Join(site, path), data); err != nil {
			return err
		}
	}
	for _, index := range []int64{0, firstEntry, (firstEntry + size) / 2, size - 1} {
		path := filepath.Join(folder, fmt.Sprintf("%d.tlog-proof", index))
		if err := writeProof(path, index, entries[index], tree, store, msg); err != nil {
			return err
		}
	}
	return nil
}

// writeTiles writes what a log of this size serves whose first entries are gone.
func writeTiles(site string, start, size int64, entries [][]byte, store tlog.HashReader) error {
	for level := -1; level < 1 || size>>uint(height*level) > 0; level++ {
		number := int64(0)
		if level < 1 {
			number = start / width
		}
		for ; ; number++ {
			tile := tileOf(level, number, size)
			if tile.W == 0 {
				break
			}
			path := filepath.Join(site, tilePath(tile))
			if _, err := os.Stat(path); err == nil {
				continue
			}
			var data []byte
			if level < 0 {
				for _, entry := range entries[number*width : number*width+int64(tile.W)] {
					data = append(append(data, 0, entrySize), entry...)
				}
			} else {
				var err error
				if data, err = tlog.ReadTileData(tile, store); err != nil {
					return err
				}
			}
			if err := write(path, data); err != nil {
				return err
			}
		}
	}
	return nil
}

func write(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
