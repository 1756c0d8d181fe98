package io.renoz.demo;

/** Somebody who can sign in. */
record Login(String name, String email, String password, String roles) {}
