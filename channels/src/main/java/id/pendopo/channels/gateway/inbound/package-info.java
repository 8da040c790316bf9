/**
 * The inbox: takes each inbound event in exactly once and stores a turn with its answer in one transaction. The entry
 * types are {@link id.pendopo.channels.gateway.inbound.Intake} and {@link
 * id.pendopo.channels.gateway.inbound.StoredInbox}. This package must not know how an event reached the desk, by
 * webhook or by polling, nor any one provider.
 *
 * <pre>
 *  webhook ─ Intake ──┐ ON_TIME    admission: 256 requests at once, 7 s each; more is 503
 *  list ──── CatchUp ─┤ LATE       nobody waits for the answer: replies go out by the outbox
 *  poll ─ PullIntake ─┘ PULLED     the line's position moves in the turn's transaction
 *          │
 *    InboundGateway, one event after the other, by its type
 *          ├─ Reported, Happened, Changed ─ take: insert … on conflict do nothing, and its effect
 *          └─ Said ─ MediaGroups: files of an album follow the first, under its lock
 *                      │
 *                StoredInbox.accept ── LATE, PULLED ─────────────────────┐
 *                      │ ON_TIME                                         │
 *                TurnBatcher: Receiver.prepare(message), beside others   │
 *                             idle, runs at once and alone               │
 *                             busy, at most 32 together, one a person    │
 *                             failed or 250 ms old, alone again          │
 *                      │                                                 │
 *                Receiver.run(messages, mode)  &lt;────────────────────────┘
 *                      │  locks its conversation, or relies on its version, decides, and last of all
 *                Inbox.complete(turns, mode) ─ TurnRows: one statement
 *                      ├─ STORED  the answers, as they will be replayed byte for byte
 *                      ├─ TAKEN   unique (account, external id): the stored answer instead
 *                      └─ BUSY    the conversation has something to send that goes first: by the outbox
 * </pre>
 *
 * <p>Batching changes no result: whatever goes wrong with several undoes them all, and each runs alone. What is done about
 * a failure says {@link id.pendopo.channels.Inbox.FailurePolicy}: away is 503 and comes again, taken before is replayed,
 * overtaken is tried again, and poison is put away with a reason. Which mechanism keeps which order, and the test that
 * needs it, stands in {@code docs/adr/0010-turns-share-a-transaction.md}.
 */
@NullMarked
package id.pendopo.channels.gateway.inbound;

import org.jspecify.annotations.NullMarked;
