/**
 * Forms as versioned data: which fields, how each is checked, what is asked next. The entry type is
 * {@link id.pendopo.conversation.forms.Form}. This package must not know who fills one in, or in what language.
 */
@NullMarked
package id.pendopo.conversation.forms;

import org.jspecify.annotations.NullMarked;
