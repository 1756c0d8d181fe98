/** What only a bundle can see: the tests run inside the platform, which Pax Exam starts once for all of them. */
package io.renoz.itests.inside;
