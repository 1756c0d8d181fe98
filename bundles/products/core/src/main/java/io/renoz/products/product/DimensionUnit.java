package io.renoz.products.product;

/** In what length, width and height are given. */
public enum DimensionUnit {
    MM,
    CM,
    M,
    IN
}
