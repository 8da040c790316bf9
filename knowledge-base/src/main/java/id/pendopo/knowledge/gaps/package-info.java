/** What citizens asked in vain. */
@NullMarked
package id.pendopo.knowledge.gaps;

import org.jspecify.annotations.NullMarked;
