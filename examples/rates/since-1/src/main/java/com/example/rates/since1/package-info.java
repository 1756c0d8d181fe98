/**
 * What 1.x was asked, without a type of 1.x in it. No bundle can see two versions of one package, so the adapter, which has to see
 * that of 1.x, reaches the module through this one.
 */
@Export
@Version("1.0.0")
@NullMarked
package com.example.rates.since1;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
