/**
 * What every entity is made from. Never deployed as such: the build copies these classes into each domain's bundle, since a
 * mapped superclass must come from the bundle of its persistence unit.
 */
@NullMarked
package io.renoz.data.entity;

import org.jspecify.annotations.NullMarked;
