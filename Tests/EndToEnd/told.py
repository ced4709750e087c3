"""A gateway that holds the keys of its own log and tells the page what it likes, about invented counsellors."""

import urllib.parse

from gateway_organisation import Organisation, Signer, sign, today
from hostile_gateway import Kept

SERVED = ("/notes", "/days", "/checkpoint", "/tile/", "/replies/", "/reports")


class Told:
    """An organisation at the address of a page's world. The counsellors' keys a test has, and the roots' too."""

    def __init__(self, world, counsellors=("anna", "bram")):
        log, promise = Signer("meld.example"), Signer("meld.example/promise")
        self.organisation = Organisation({"log": log.vkey, "promise": promise.vkey}, counsellors)
        self.organisation.address = world.address
        self.root, self.second = self.organisation.root, self.organisation.second
        # Real recipients of this month, of persons who have nothing to do with these.
        self.recipients = [
            next(line for line in (world.folder / f"{id}.keys.note").read_text().splitlines()
                 if line.startswith(f"month {today()[:7]}")) for id in ("intern", "extern")]
        self.kept = Kept(log, promise)
        self.posted = 0
        world.page.instead = self.answer

    def answer(self, method, path, body):
        if not path.startswith(SERVED):
            return None
        self.posted += method == "POST"
        return self.kept.answer(method, path, body, today())

    def counsellor(self, id):
        return self.organisation.counsellors[id]

    def keys_note(self, id, signer=None, recipient=0):
        return sign(f"sottovoce/v1 keys\nserial 1\ngenesis {self.root.vkey}\ncounsellor {id}\n{self.recipients[recipient]}\n",
                    signer or self.counsellor(id).notes)

    def tells(self, *notes):
        self.kept.publish(*notes)
        return self

    def honest(self, **roster):
        """The list, and what everyone signed of her keys."""
        return self.tells(self.organisation.roster(**roster), *map(self.keys_note, self.organisation.counsellors))

    def confirmed(self, *ids):
        """These have fetched all there is by now, and say so."""
        for id in ids or self.organisation.counsellors:
            self.confirms_with(lambda text, key=self.counsellor(id).collector: key.cosignature_line(text, today()))
        return self

    def confirms_with(self, line):
        text = self.kept.log.checkpoint().split(b"\n\n")[0].decode() + "\n"
        self.kept.cosign((text + "\n" + line(text)).encode())

    def link(self, root=None, second=None):
        """The link on the poster, or one with other keys; `second=False` for none."""
        keys = [("root", root or self.root)] + ([] if second is False else [("second", second or self.second)])
        return f"{self.organisation.address}/#" + "&".join(
            f"{name}={urllib.parse.quote(key.vkey, safe='-._~')}" for name, key in keys)
