package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"net/url"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const daySeconds = 86400

// Strict base64: one text for each meaning.
var base64Strict = base64.StdEncoding.Strict()

// A cosignerKey verifies C2SP tlog-cosignature lines of type 0x04, which x/mod does not know.
type cosignerKey struct {
	name string
	id   uint32
	key  ed25519.PublicKey
}

func (c cosignerKey) Name() string    { return c.name }
func (c cosignerKey) KeyHash() uint32 { return c.id }

func (c cosignerKey) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize || signature[0] >= 0x80 {
		return false
	}
	return ed25519.Verify(c.key, cosigned(text, binary.BigEndian.Uint64(signature)), signature[8:])
}

func cosigned(text []byte, seconds uint64) []byte {
	return append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", seconds)), text...)
}

func cosignerID(name string, key ed25519.PublicKey) uint32 {
	sum := sha256.Sum256(append([]byte(name+"\n\x04"), key...))
	return binary.BigEndian.Uint32(sum[:])
}

// newCosigner reads a vkey of type 0x04.
func newCosigner(vkey string) (cosignerKey, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return cosignerKey{}, errors.New("not a vkey: " + vkey)
	}
	id, err := strconv.ParseUint(parts[1], 16, 32)
	raw, err2 := base64Strict.DecodeString(parts[2])
	if err != nil || err2 != nil || len(raw) != 1+ed25519.PublicKeySize || raw[0] != 4 {
		return cosignerKey{}, errors.New("not a cosigner's vkey: " + vkey)
	}
	c := cosignerKey{parts[0], uint32(id), raw[1:]}
	if c.id != cosignerID(c.name, c.key) {
		return cosignerKey{}, errors.New("name and key id do not belong together: " + vkey)
	}
	return c, nil
}

// keys of a log.
type keys struct {
	log       note.Verifier
	cosigners []note.Verifier
}

func readKeys(path string) (keys, error) {
	var k keys
	data, err := os.ReadFile(path)
	if err != nil {
		return k, err
	}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		kind, vkey, _ := strings.Cut(line, " ")
		switch kind {
		case "log":
			k.log, err = note.NewVerifier(vkey)
		case "cosigner":
			var c cosignerKey
			c, err = newCosigner(vkey)
			k.cosigners = append(k.cosigners, c)
		}
		if err != nil {
			return k, err
		}
	}
	if k.log == nil {
		return k, errors.New("no log key in " + path)
	}
	return k, nil
}

// A head is an opened checkpoint.
type head struct {
	tlog.Tree
	text string
	// By cosigner, the day.
	days map[string]string
}

// open checks a checkpoint's signature by the log, and all cosignatures by cosigners known.
func (k keys) open(msg []byte) (head, error) {
	var h head
	opened, err := note.Open(msg, note.VerifierList(append([]note.Verifier{k.log}, k.cosigners...)...))
	if err != nil {
		return h, err
	}
	h.text, h.days = opened.Text, map[string]string{}
	signed := false
	for _, s := range opened.Sigs {
		if s.Name == k.log.Name() && s.Hash == k.log.KeyHash() {
			signed = true
			continue
		}
		raw, err := base64.StdEncoding.DecodeString(s.Base64)
		if err != nil {
			return h, err
		}
		seconds := binary.BigEndian.Uint64(raw[4:])
		if seconds%daySeconds != 0 {
			return h, fmt.Errorf("the cosignature of %s tells a time finer than a day", s.Name)
		}
		h.days[s.Name] = time.Unix(int64(seconds), 0).UTC().Format("2006-01-02")
	}
	if !signed {
		return h, errors.New("not signed by the log")
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != k.log.Name() {
		return h, errors.New("not a checkpoint of this log")
	}
	h.N, err = strconv.ParseInt(lines[1], 10, 64)
	if err != nil || h.N < 0 || strconv.FormatInt(h.N, 10) != lines[1] {
		return h, errors.New("not a size: " + lines[1])
	}
	h.Hash, err = tlog.ParseHash(lines[2])
	if err == nil && h.Hash.String() != lines[2] {
		err = errors.New("not a root: " + lines[2])
	}
	return h, err
}

func (h head) print(origin string) {
	fmt.Printf("checkpoint of %s: size %d, root %v\n", origin, h.N, h.Hash)
	var names []string
	for name := range h.days {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		fmt.Printf("cosigned by %s on %s\n", name, h.days[name])
	}
}

func checkpointFile(keysPath, path string) error {
	k, err := readKeys(keysPath)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	h, err := k.open(data)
	if err == nil {
		h.print(k.log.Name())
	}
	return err
}

func signedNote(vkey, path string) error {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	opened, err := note.Open(data, note.VerifierList(verifier))
	if err == nil {
		fmt.Print(opened.Text)
	}
	return err
}

// rosterKeys finds the newest roster, has every key that the link names check it, and prints its keys.
func rosterKeys(link, path string) error {
	if data, err := os.ReadFile(link); err == nil {
		link = strings.TrimSpace(string(data))
	}
	address, fragment, _ := strings.Cut(link, "#")
	var roots []note.Verifier
	for _, part := range strings.Split(fragment, "&") {
		_, value, _ := strings.Cut(part, "=")
		vkey, err := url.PathUnescape(value)
		if err != nil {
			return err
		}
		root, err := note.NewVerifier(vkey)
		if err != nil {
			return fmt.Errorf("the link: %w", err)
		}
		roots = append(roots, root)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	notes, err := bundle(data)
	if err != nil {
		return err
	}
	newest, serial := []byte(nil), int64(-1)
	for _, one := range notes {
		if fields := fieldsOf(one); strings.HasPrefix(string(one), "sottovoce/v1 roster\n") && len(fields["serial"]) == 1 {
			if n, err := strconv.ParseInt(fields["serial"][0], 10, 64); err == nil && n > serial {
				newest, serial = one, n
			}
		}
	}
	if newest == nil {
		return errors.New("there is no roster in " + path)
	}
	opened, err := note.Open(newest, note.VerifierList(roots...))
	if err != nil {
		return err
	}
	if len(opened.Sigs) != len(roots) {
		return errors.New("not every key of the link has signed the roster")
	}
	fields := fieldsOf(newest)
	served := false
	for _, gateway := range fields["gateway"] {
		served = served || gateway == strings.TrimSuffix(address, "/")
	}
	if !served {
		return errors.New("the roster is of another gateway than the link")
	}
	for _, line := range [][2]string{{"log", "log"}, {"promise", "promise"}, {"collector", "cosigner"}, {"imported", "cosigner"}} {
		for _, vkey := range fields[line[0]] {
			fmt.Println(line[1], vkey)
		}
	}
	return nil
}

// bundle splits `note <bytes>` records; a file that has none is one note.
func bundle(data []byte) ([][]byte, error) {
	if !bytes.HasPrefix(data, []byte("note ")) {
		return [][]byte{data}, nil
	}
	var notes [][]byte
	for len(data) > 0 {
		line, rest, found := bytes.Cut(data, []byte("\n"))
		count, err := strconv.Atoi(strings.TrimPrefix(string(line), "note "))
		if !found || err != nil || count < 0 || count > len(rest) {
			return nil, errors.New("the notes are cut off")
		}
		notes, data = append(notes, rest[:count]), rest[count:]
	}
	return notes, nil
}

// fieldsOf are the values of a note's lines `name value`.
func fieldsOf(data []byte) map[string][]string {
	fields := map[string][]string{}
	text, _, _ := strings.Cut(string(data), "\n\n")
	for _, line := range strings.Split(text, "\n") {
		name, value, _ := strings.Cut(line, " ")
		fields[name] = append(fields[name], value)
	}
	return fields
}
