/**
 * Service articles with their sources, and the way from a citizen's short question to the right one. The entry type is
 * {@link id.pendopo.knowledge.KnowledgeBase}. This module must not know who asks, on what line, or what happens when there
 * is no answer.
 */
@NullMarked
package id.pendopo.knowledge;

import org.jspecify.annotations.NullMarked;
