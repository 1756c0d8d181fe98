/** What goes into a cash box and what comes out. */
@NullMarked
package com.example.pettycash.entry;

import org.jspecify.annotations.NullMarked;
