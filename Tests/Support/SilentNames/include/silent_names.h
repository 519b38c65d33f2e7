// A name server that does not answer, for the tests of those who must not wait for it.
#pragma once

/// Lookups of names that end in ".silent.test" that are under way: they wait for `silent_names_answer`,
/// at most ten seconds. All other names are looked up as ever.
int silent_names_under_way(void);

/// Lets those under way fail, as when the resolver gives up.
void silent_names_answer(void);
