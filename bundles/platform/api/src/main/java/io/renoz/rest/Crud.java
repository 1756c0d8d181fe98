package io.renoz.rest;

import io.renoz.data.Records;
import io.renoz.data.Versioned;

/** All five verbs. */
public interface Crud<I, V extends Versioned> extends Reads<V>, Creates<I, V>, Updates<I, V>, Deletes {

    @Override
    Records<I, V> records();
}
