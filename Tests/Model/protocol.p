% Docs/protocol.md as Horn clauses, in TPTP. attacker(X): whoever is the gateway and the network can have X.
% Two reporters (anna, bram), two counsellors (intern, extern), two months, reply numbers zero and one.
% A name that someone draws at random is a function of all that it is drawn for, so that it is theirs alone.
% Steps may be repeated and come in any order; there is no time. How to read and run it: README.md.

% --- What anyone can compute ---

% Receipt code (§2): the code gives the master key, that gives three keys. Nothing leads back.
fof(code_gives_master, axiom, ![C]: (attacker(C) => attacker(master(C)))).
fof(master_gives_reply_identity, axiom, ![M]: (attacker(M) => attacker(reply_identity(M)))).
fof(master_gives_tag_key, axiom, ![M]: (attacker(M) => attacker(tag_key(M)))).
fof(master_gives_thread_secret, axiom, ![M]: (attacker(M) => attacker(thread_secret(M)))).

% age files (§3): a stanza wraps the file key for a recipient and does not show for whom. Who has the file key
% reads the payload, and can put another one under the same header.
fof(recipient, axiom, ![K]: (attacker(K) => attacker(recipient(K)))).
fof(wrap, axiom, ![R,F]: ((attacker(R) & attacker(F)) => attacker(stanza(R,F)))).
fof(unwrap, axiom, ![K,F]: ((attacker(stanza(recipient(K),F)) & attacker(K)) => attacker(F))).
fof(seal_payload, axiom, ![F,M]: ((attacker(F) & attacker(M)) => attacker(payload(F,M)))).
fof(open_payload, axiom, ![F,M]: ((attacker(payload(F,M)) & attacker(F)) => attacker(M))).
fof(join_report_file, axiom, ![S,T,P]: ((attacker(S) & attacker(T) & attacker(P)) =>
    attacker(report_file(S,T,P)))).
fof(split_report_file, axiom, ![S,T,P]: (attacker(report_file(S,T,P)) =>
    (attacker(S) & attacker(T) & attacker(P)))).
fof(join_reply_file, axiom, ![S,P]: ((attacker(S) & attacker(P)) => attacker(reply_file(S,P)))).
fof(split_reply_file, axiom, ![S,P]: (attacker(reply_file(S,P)) => (attacker(S) & attacker(P)))).

% Plaintexts: report(mac, mac, said(addressed, addressed, thread, reply-to, words)) and
% reply(mac, says(from, number, words)). The macs cover the part named said or says.
fof(join_report, axiom, ![M,N,S]: ((attacker(M) & attacker(N) & attacker(S)) => attacker(report(M,N,S)))).
fof(split_report, axiom, ![M,N,S]: (attacker(report(M,N,S)) => (attacker(M) & attacker(N) & attacker(S)))).
fof(join_said, axiom, ![A,B,T,R,W]: ((attacker(A) & attacker(B) & attacker(T) & attacker(R) & attacker(W)) =>
    attacker(said(A,B,T,R,W)))).
fof(split_said, axiom, ![A,B,T,R,W]: (attacker(said(A,B,T,R,W)) =>
    (attacker(A) & attacker(B) & attacker(T) & attacker(R) & attacker(W)))).
fof(join_reply, axiom, ![M,S]: ((attacker(M) & attacker(S)) => attacker(reply(M,S)))).
fof(split_reply, axiom, ![M,S]: (attacker(reply(M,S)) => (attacker(M) & attacker(S)))).
fof(join_says, axiom, ![I,N,W]: ((attacker(I) & attacker(N) & attacker(W)) => attacker(says(I,N,W)))).
fof(split_says, axiom, ![I,N,W]: (attacker(says(I,N,W)) => (attacker(I) & attacker(N) & attacker(W)))).

% crypto_kx (§4): r2c(X,Y) and c2r(X,Y) are the session keys of the client with secret X and the server with
% secret Y. Either secret and the other's public key give both: that is Diffie-Hellman, without its equation.
fof(thread_key, axiom, ![X]: (attacker(X) => attacker(public(X)))).
fof(session_of_client, axiom, ![X,Y]: ((attacker(X) & attacker(public(Y))) =>
    (attacker(r2c(X,Y)) & attacker(c2r(X,Y))))).
fof(session_of_server, axiom, ![X,Y]: ((attacker(public(X)) & attacker(Y)) =>
    (attacker(r2c(X,Y)) & attacker(c2r(X,Y))))).

% BLAKE2b, keyed and not, one function for each purpose since each has its prefix (§4, §5). None is undone.
fof(report_mac, axiom, ![K,S]: ((attacker(K) & attacker(S)) => attacker(report_mac(K,S)))).
fof(reply_mac, axiom, ![K,S]: ((attacker(K) & attacker(S)) => attacker(reply_mac(K,S)))).
fof(label, axiom, ![K,N]: ((attacker(K) & attacker(N)) => attacker(label(K,N)))).
fof(tag, axiom, ![K,H]: ((attacker(K) & attacker(H)) => attacker(tag(K,H)))).
fof(hash, axiom, ![E]: (attacker(E) => attacker(hash(E)))).

% Ed25519 (§6): signed(K,M) is M with the signature by secret key K, and shows M.
fof(verifier, axiom, ![K]: (attacker(K) => attacker(verifier(K)))).
fof(sign, axiom, ![K,M]: ((attacker(K) & attacker(M)) => attacker(signed(K,M)))).
fof(signed_shows, axiom, ![K,M]: (attacker(signed(K,M)) => attacker(M))).

% Notes: roster(notes key and thread key of intern, those of extern) and keys(counsellor, month, recipient).
fof(join_roster, axiom, ![V,T,W,U]: ((attacker(V) & attacker(T) & attacker(W) & attacker(U)) =>
    attacker(roster(V,T,W,U)))).
fof(split_roster, axiom, ![V,T,W,U]: (attacker(roster(V,T,W,U)) =>
    (attacker(V) & attacker(T) & attacker(W) & attacker(U)))).
fof(join_keys, axiom, ![I,D,R]: ((attacker(I) & attacker(D) & attacker(R)) => attacker(keys(I,D,R)))).
fof(split_keys, axiom, ![I,D,R]: (attacker(keys(I,D,R)) => (attacker(I) & attacker(D) & attacker(R)))).

% --- What is public, and the attacker's own words (forged) and keys (evil) ---

fof(public_words, axiom, attacker(intern) & attacker(extern) & attacker(nobody) & attacker(november) &
    attacker(december) & attacker(zero) & attacker(one) & attacker(forged) & attacker(evil)).
fof(people, axiom, person(anna) & person(bram) & counsellor(intern) & counsellor(extern)).
fof(months_and_numbers, axiom, month(november) & month(december) & number(zero) & number(one)).

% --- The roots and the counsellors publish (§6) ---

fof(root_signs, axiom, attacker(signed(root, roster(verifier(notes_key(intern)), public(thread(intern)),
    verifier(notes_key(extern)), public(thread(extern)))))).
fof(second_signs, axiom, attacker(signed(second, roster(verifier(notes_key(intern)), public(thread(intern)),
    verifier(notes_key(extern)), public(thread(extern)))))).
fof(counsellors_publish, axiom, ![I,D]: ((counsellor(I) & month(D)) =>
    attacker(signed(notes_key(I), keys(I, D, recipient(month_key(I,D))))))).

% --- The reporter believes notes (§6). What the network serves is what the attacker has. ---

fof(roster_bears_both_signatures, axiom, ![X]: ((attacker(signed(root,X)) & attacker(signed(second,X))) =>
    in_force(X))).
fof(rostered_intern, axiom, ![K,T,W,U]: (in_force(roster(verifier(K),public(T),W,U)) =>
    rostered(intern,K,T))).
fof(rostered_extern, axiom, ![V,T,K,U]: (in_force(roster(V,T,verifier(K),public(U))) =>
    rostered(extern,K,U))).
fof(keys_note_is_signed, axiom, ![I,K,T,D,R]: ((rostered(I,K,T) & attacker(signed(K,keys(I,D,R)))) =>
    reader(I,D,R,T))).

% --- The reporter files (§3, §4, §5) ---

fof(code_is_known_to_its_reporter, axiom, ![P]: (person(P) =>
    has(P, thread_secret(master(code(P))), reply_identity(master(code(P))), tag_key(master(code(P)))))).

% A report to intern alone, and one to both: files(P, recipient, recipient, plaintext). A stanza nobody needs
% is for a recipient that is thrown away. The third stanza would say nothing new.
fof(text_to_one, axiom, ![P,X,I,G,D]: ((has(P,X,I,G) & month(D)) =>
    writes_to_one(P, D, X, said(intern, nobody, public(X), recipient(I), words(P,alone,D))))).
fof(text_to_both, axiom, ![P,X,I,G,D]: ((has(P,X,I,G) & month(D)) =>
    writes_to_both(P, D, X, said(intern, extern, public(X), recipient(I), words(P,beside,D))))).
fof(reports_to_one, axiom, ![P,D,X,S,R,Y]: ((writes_to_one(P,D,X,S) & reader(intern,D,R,Y)) =>
    files(P, R, recipient(thrown_away(S)), report(report_mac(r2c(X,Y),S), nobody, S)))).
fof(reports_to_both, axiom, ![P,D,X,S,R,Y,Q,Z]: ((writes_to_both(P,D,X,S) & reader(intern,D,R,Y) &
    reader(extern,D,Q,Z)) => files(P, R, Q, report(report_mac(r2c(X,Y),S), report_mac(r2c(X,Z),S), S)))).
fof(seals_report, axiom, ![P,R,Q,M]: (files(P,R,Q,M) =>
    posts(P, report_file(stanza(R,report_key(R,Q,M)), stanza(Q,report_key(R,Q,M)),
        payload(report_key(R,Q,M),M))))).
fof(posts_report, axiom, ![P,E,X,I,G]: ((posts(P,E) & has(P,X,I,G)) =>
    (attacker(E) & attacker(tag(G,hash(E)))))).

% --- The counsellor opens and answers (§4) ---

fof(opens_first_stanza, axiom, ![J,D,F,S,M]: ((counsellor(J) & month(D) &
    attacker(report_file(stanza(recipient(month_key(J,D)),F), S, payload(F,M)))) => opens(J,M))).
fof(opens_second_stanza, axiom, ![J,D,F,S,M]: ((counsellor(J) & month(D) &
    attacker(report_file(S, stanza(recipient(month_key(J,D)),F), payload(F,M)))) => opens(J,M))).
fof(first_mac_is_right, axiom, ![J,X,N,B,R,W]: (
    opens(J, report(report_mac(r2c(X,thread(J)), said(J,B,public(X),R,W)), N, said(J,B,public(X),R,W))) =>
    accepts(J, X, R, W))).
fof(second_mac_is_right, axiom, ![J,X,N,A,R,W]: (
    opens(J, report(N, report_mac(r2c(X,thread(J)), said(A,J,public(X),R,W)), said(A,J,public(X),R,W))) =>
    accepts(J, X, R, W))).
fof(answers, axiom, ![J,X,I,W,N]: ((accepts(J,X,recipient(I),W) & number(N)) =>
    replies(J, X, recipient(I), N, says(J,N,answer(J,public(X),N))))).
fof(posts_reply, axiom, ![J,X,R,N,S]: (replies(J,X,R,N,S) => (attacker(label(c2r(X,thread(J)),N)) &
    attacker(reply_file(stanza(R,reply_key(R,J,S)),
        payload(reply_key(R,J,S), reply(reply_mac(c2r(X,thread(J)),S), S))))))).

% --- The reporter reads replies (§4) and recognises what is theirs (§5) ---

fof(looks_for_labels, axiom, ![P,X,I,G,J,K,Y,N]: ((has(P,X,I,G) & rostered(J,K,Y) & number(N) &
    attacker(label(c2r(X,Y),N))) => found(P, J, N, c2r(X,Y)))).
fof(opens_reply, axiom, ![P,X,I,G,F,M]: ((has(P,X,I,G) &
    attacker(reply_file(stanza(recipient(I),F), payload(F,M)))) => opens_reply(P,M))).
fof(reply_is_right, axiom, ![P,J,N,K,W]: ((found(P,J,N,K) &
    opens_reply(P, reply(reply_mac(K,says(J,N,W)), says(J,N,W)))) => shows(P, J, N, W))).
fof(recognises_tag, axiom, ![P,X,I,G,H]: ((has(P,X,I,G) & attacker(H) & attacker(tag(G,H))) =>
    recognises(P,H))).

% What is not anna's envelope: words, file keys or stanzas of the attacker, bram's words, her stanzas the other
% way round, a reply, no file.
fof(forged_words, axiom, ![S,T,F,M,N,A,B,X,R]: foreign(hash(report_file(S, T,
    payload(F, report(M,N,said(A,B,X,R,forged))))))).
fof(words_of_bram, axiom, ![S,T,F,M,N,A,B,X,R,C,D]: foreign(hash(report_file(S, T,
    payload(F, report(M,N,said(A,B,X,R,words(bram,C,D)))))))).
fof(other_payload, axiom, ![S,T,M]: foreign(hash(report_file(S,T,payload(evil,M))))).
fof(other_stanzas, axiom, ![S,R,P]: (foreign(hash(report_file(stanza(R,evil),S,P))) &
    foreign(hash(report_file(S,stanza(R,evil),P))))).
fof(turned_stanzas, axiom, ![S,F,T,P]: foreign(hash(report_file(
    stanza(recipient(thrown_away(S)),F), T, P)))).
fof(no_report, axiom, ![S,P]: (foreign(hash(reply_file(S,P))) & foreign(evil))).
