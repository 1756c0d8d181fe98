/** Cash boxes and their days. */
@NullMarked
package com.example.pettycash.box;

import org.jspecify.annotations.NullMarked;
