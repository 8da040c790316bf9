/**
 * Gathers what a decision may look at, before the turn's transaction: search results, classifications, tickets, office
 * hours. The entry type is {@link id.pendopo.conversation.facts.FactFinder}. This package must not know what is
 * decided.
 */
@NullMarked
package id.pendopo.conversation.facts;

import org.jspecify.annotations.NullMarked;
