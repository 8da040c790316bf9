/**
 * Import and export of articles as JSON lines, CSV and Markdown, for other desks, spreadsheets and readers. Everything starts
 * at {@link id.pendopo.knowledge.exchange.ExchangePage}. Nothing here publishes: what comes in is a draft, and how it is
 * stored is not known here.
 */
@NullMarked
package id.pendopo.knowledge.exchange;

import org.jspecify.annotations.NullMarked;
