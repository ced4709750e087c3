% What nobody may reach, and (last) what must be reached so that "nobody" isn't because nothing happens.
% Always about the reporter anna and the counsellor intern; check asks one at a time.

fof(report, conjecture, attacker(words(anna,alone,november))).
fof(next_report, conjecture, attacker(words(anna,alone,december))).
fof(shared_report, conjecture, attacker(words(anna,beside,november))).
fof(reply, conjecture, ?[N]: attacker(answer(intern, public(thread_secret(master(code(anna)))), N))).
fof(reply_identity, conjecture, attacker(reply_identity(master(code(anna))))).
fof(code, conjecture, attacker(code(anna))).

% Words of the attacker, shown to anna as intern's answer.
fof(forged_reply, conjecture, ?[N]: shows(anna, intern, N, forged)).
% Intern's answer with number zero, shown to anna as her answer with number one.
fof(moved_reply, conjecture,
    shows(anna, intern, one, answer(intern, public(thread_secret(master(code(anna)))), zero))).
% Words of the attacker, taken by intern as anna's; or anna's own words with another address for the answer.
fof(forged_report, conjecture, ?[R]: accepts(intern, thread_secret(master(code(anna))), R, forged)).
fof(drawn_reply, conjecture, ?[D]: accepts(intern, thread_secret(master(code(anna))), recipient(evil),
    words(anna,beside,D))).
% An entry anna recognises by its tag, though the envelope is not hers.
fof(other_tag, conjecture, ?[H]: (recognises(anna,H) & foreign(H))).

fof(honest_run, conjecture,
    ?[H]: (accepts(intern, thread_secret(master(code(anna))), recipient(reply_identity(master(code(anna)))),
        words(anna,alone,november)) &
    shows(anna, intern, zero, answer(intern, public(thread_secret(master(code(anna)))), zero)) &
    posts(anna,H) & recognises(anna,hash(H)))).
