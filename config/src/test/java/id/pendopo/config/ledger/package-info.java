/**
 * Kills the desk while citizens write, and proves from outside that nothing was lost: a driver with providers of its own
 * that keep a ledger of everything they took. Entry: {@link id.pendopo.config.ledger.CrashRun}. Must not know how the desk
 * is made inside; it reads the desk's tables at the end, as an auditor.
 */
package id.pendopo.config.ledger;
