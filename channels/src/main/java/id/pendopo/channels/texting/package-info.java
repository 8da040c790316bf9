/**
 * The text-message tools that all kinds of lines with paid segments share: the alphabet and its segments, plain
 * characters, the words of a reply and its pages. The entry type is {@link id.pendopo.channels.texting.SmsPages}. This
 * package must not know a provider.
 */
@NullMarked
package id.pendopo.channels.texting;

import org.jspecify.annotations.NullMarked;
