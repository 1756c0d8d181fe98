package io.renoz.rest;

import io.renoz.data.Records;
import io.renoz.data.Versioned;

/** List and get. */
public interface Reads<V extends Versioned> extends Lists<V>, Gets<V> {

    @Override
    Records<?, V> records();
}
