package io.renoz.rest;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;

/** The items of a request, knowing which of them is being looked at. For one thread. */
final class Items<I> extends AbstractList<I> {

    private static final int NONE = -1;

    private final List<I> items;
    private int at = NONE;

    Items(List<I> items) {
        this.items = items;
    }

    /** Index of the one that was reached; -1 before the first, and when somebody went through to the end. */
    int at() {
        return at;
    }

    @Override
    public I get(int index) {
        I item = items.get(index);
        at = index;
        return item;
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public Iterator<I> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                if (next < size()) {
                    return true;
                }
                at = NONE;
                return false;
            }

            @Override
            public I next() {
                return get(next++);
            }
        };
    }

    @Override
    public Spliterator<I> spliterator() {
        return Spliterators.spliterator(iterator(), size(), Spliterator.ORDERED);
    }
}
