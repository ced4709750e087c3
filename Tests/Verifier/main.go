// Verifier checks what a Sottovoce gateway serves and what a reporter keeps with Go's own packages for signed
// notes and transparency logs, and makes a log with them for our verifier to check. It has none of our code.
//
//	verifier keys LINK NOTES                     the log's and counsellors' keys, from a roster the link's keys signed
//	verifier note VKEY FILE                      a note signed by one key
//	verifier checkpoint KEYS FILE                a checkpoint, with its cosignatures
//	verifier proof KEYS FILE [ENVELOPE]          a .tlog-proof file
//	verifier log KEYS SOURCE [CHECKPOINT…]       a whole log, and that it goes on from checkpoints kept
//	verifier entries KEYS SOURCE                 the same, and its entries
//	verifier make-keys FOLDER NAME COSIGNER…     keys for a log of its own, kept in FOLDER
//	verifier make FOLDER SITE FIRST-DAY DAYS FIRST-ENTRY SIZE NOTE…   that log, with notes, written to SITE
//
// SOURCE is a folder or an address. KEYS has a line `log VKEY`, and `cosigner VKEY` for each cosigner.
// Exit status: 0 all of it is right, 1 it is not.
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "refused:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	commands := map[string]struct {
		least, most int
		run         func([]string) error
	}{
		"keys":       {2, 2, func(a []string) error { return rosterKeys(a[0], a[1]) }},
		"note":       {2, 2, func(a []string) error { return signedNote(a[0], a[1]) }},
		"checkpoint": {2, 2, func(a []string) error { return checkpointFile(a[0], a[1]) }},
		"proof":      {2, 3, func(a []string) error { return proofFile(a[0], a[1], a[2:]) }},
		"log":        {2, 99, func(a []string) error { return wholeLog(a[0], a[1], a[2:], false) }},
		"entries":    {2, 2, func(a []string) error { return wholeLog(a[0], a[1], nil, true) }},
		"make-keys":  {2, 99, func(a []string) error { return makeKeys(a[0], a[1], a[2:]) }},
		"make":       {6, 99, makeLog},
	}
	if len(arguments) > 0 {
		command, known := commands[arguments[0]]
		if rest := arguments[1:]; known && len(rest) >= command.least && len(rest) <= command.most {
			return command.run(rest)
		}
	}
	return fmt.Errorf("usage: verifier keys|note|checkpoint|proof|log|entries|make-keys|make …, as main.go says")
}
