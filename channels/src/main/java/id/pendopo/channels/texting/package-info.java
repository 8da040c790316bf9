/**
 * The text tools that kinds of lines share: the alphabet of text messages and its segments, plain
 * characters, the words of a reply, its pages and its pieces. The entry type is {@link id.pendopo.channels.texting.SmsPages}. This
 * package must not know a provider.
 */
@NullMarked
package id.pendopo.channels.texting;

import org.jspecify.annotations.NullMarked;
