package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

const proofHeader = "c2sp.org/tlog-proof@v1"

// proofFile checks a C2SP tlog-proof whose extra data is the entry.
func proofFile(keysPath, path string, envelope []string) error {
	k, err := readKeys(keysPath)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	top, checkpoint, found := bytes.Cut(data, []byte("\n\n"))
	lines := strings.Split(string(top), "\n")
	if !found || len(lines) < 3 || lines[0] != proofHeader ||
		!strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return errors.New("not a proof with its entry")
	}
	entry, err := base64Strict.DecodeString(lines[1][len("extra "):])
	if err != nil || len(entry) != entrySize {
		return errors.New("not an entry")
	}
	number := lines[2][len("index "):]
	index, err := strconv.ParseInt(number, 10, 64)
	if err != nil || strconv.FormatInt(index, 10) != number {
		return errors.New("not an index: " + number)
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := base64Strict.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return errors.New("not a hash: " + line)
		}
		proof = append(proof, *(*tlog.Hash)(hash))
	}
	h, err := k.open(checkpoint)
	if err != nil {
		return err
	}
	if index < 0 || index >= h.N {
		return errors.New("the entry is not in the tree")
	}
	if err := tlog.CheckRecord(proof, h.N, h.Hash, index, tlog.RecordHash(entry)); err != nil {
		return err
	}
	for _, path := range envelope {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if sum := sha256.Sum256(data); !bytes.Equal(sum[:], entry[1:33]) {
			return errors.New("the proof is of another envelope, " + hex.EncodeToString(entry[1:33]))
		}
	}
	h.print(k.log.Name())
	fmt.Printf("verified: entry %d is %s\n", index, entryText(entry))
	return nil
}

func writeProof(path string, index int64, entry []byte, h tlog.Tree, reader tlog.HashReader, checkpoint []byte) error {
	proof, err := tlog.ProveRecord(h.N, index, reader)
	if err != nil {
		return err
	}
	text := fmt.Sprintf("%s\nextra %s\nindex %d\n", proofHeader, base64Strict.EncodeToString(entry), index)
	for _, hash := range proof {
		text += hash.String() + "\n"
	}
	return os.WriteFile(path, append([]byte(text+"\n"), checkpoint...), 0o644)
}
