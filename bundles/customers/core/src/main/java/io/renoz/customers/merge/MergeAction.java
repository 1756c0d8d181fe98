package io.renoz.customers.merge;

/** What was decided about two customers that looked like one. */
enum MergeAction {
    MERGED,
    DISMISSED,
    UNDONE
}
