% People, steps and mathematics that fail. A scenario takes some of these in, often for a step of protocol.p
% that it leaves out; what falls then shows what that step is for.

% All keys of the fellow counsellor are the attacker's.
fof(dishonest_colleague, axiom, ![D]: (attacker(notes_key(extern)) & attacker(thread(extern)) &
    attacker(month_key(extern,D)))).

% The roster: one key is named in the link, or nobody checks.
fof(roster_bears_one_signature, axiom, ![X]: (attacker(signed(root,X)) => in_force(X))).
fof(roster_is_not_checked, axiom, ![X]: (attacker(X) => in_force(X))).
fof(keys_note_is_not_checked, axiom, ![I,K,T,D,R]: ((rostered(I,K,T) & attacker(keys(I,D,R))) =>
    reader(I,D,R,T))).

% The report's MAC.
fof(report_mac_is_not_checked, axiom, ![J,M,N,B,X,R,W]: (opens(J, report(M,N,said(J,B,public(X),R,W))) =>
    accepts(J, X, R, W))).
fof(report_mac_leaves_out_reply_to, axiom, ![J,X,N,B,R,Q,W]: (
    opens(J, report(report_mac(r2c(X,thread(J)), said(J,B,public(X),R,W)), N, said(J,B,public(X),Q,W))) =>
    accepts(J, X, Q, W))).

% The reply's MAC and label.
fof(reply_mac_is_not_checked, axiom, ![P,J,N,K,M,W]: ((found(P,J,N,K) &
    opens_reply(P, reply(M, says(J,N,W)))) => shows(P, J, N, W))).
fof(number_is_not_compared, axiom, ![P,J,N,K,O,W]: ((found(P,J,N,K) &
    opens_reply(P, reply(reply_mac(K,says(J,O,W)), says(J,O,W)))) => shows(P, J, N, W))).
fof(label_is_not_needed, axiom, ![P,X,I,G,J,K,Y,N]: ((has(P,X,I,G) & rostered(J,K,Y) & number(N)) =>
    found(P, J, N, c2r(X,Y)))).

% One pair of session keys for all counsellors; a tag under the tag key that leaves the envelope out.
fof(session_keys_are_the_same, axiom, ![X,Y,Z]: (
    (attacker(r2c(X,Y)) => attacker(r2c(X,Z))) & (attacker(c2r(X,Y)) => attacker(c2r(X,Z))))).
fof(tag_leaves_out_the_envelope, axiom, ![K,H,I]: ((attacker(tag(K,H)) & attacker(I)) => attacker(tag(K,I)))).

% Mathematics: someone computes secrets from thread keys, or from recipients.
fof(x25519_is_broken, axiom, ![X]: (attacker(public(X)) => attacker(X))).
fof(sealing_is_broken, axiom, ![K]: (attacker(recipient(K)) => attacker(K))).
