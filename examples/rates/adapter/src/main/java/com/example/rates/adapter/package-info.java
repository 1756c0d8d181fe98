/** Offers the first major version of the service over the second. */
@PartOf("rates")
@NullMarked
package com.example.rates.adapter;

import io.renoz.module.PartOf;
import org.jspecify.annotations.NullMarked;
