"""Writes a word list as the Swift file that is committed, or compares it with the one that is."""

import hashlib
import pathlib
import sys

WORD_COUNT = 2048
COLUMNS = 96
FOLDER = pathlib.Path(__file__).resolve().parent.parent

TEMPLATE = """\
{comment}
//
// SHA-256 of the words, each followed by a line feed:
// {digest}
extension WordList {{
    /// {summary}
    public static let {name} = WordList(
        .{language},
        text: \"\"\"
{words}
            \"\"\")
}}
"""


def digest(words):
    return hashlib.sha256("".join(word + "\n" for word in words).encode()).hexdigest()


def swift_source(words, name, language, summary, comment):
    assert len(words) == WORD_COUNT and words == sorted(words)
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > COLUMNS - 12:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    lines.append(line)
    return TEMPLATE.format(
        comment="\n".join(f"// {line}".rstrip() for line in comment.strip().splitlines()),
        digest=digest(words), summary=summary, name=name, language=language,
        words="\n".join(" " * 12 + line for line in lines))


def write_or_check(file_name, source, check):
    """Writes the file; with `check`, exits with status 1 when it differs from what is there."""
    path = FOLDER / file_name
    if not check:
        path.write_text(source, encoding="ascii")
        print(f"wrote {file_name}")
    elif path.read_text(encoding="ascii") == source:
        print(f"{file_name} is what this script makes")
    else:
        sys.exit(f"error: {file_name} is not what this script makes")
