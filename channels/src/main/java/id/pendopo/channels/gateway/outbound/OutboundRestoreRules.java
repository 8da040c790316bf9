package id.pendopo.channels.gateway.outbound;

import id.pendopo.ui.RestoreRules;
import java.util.List;

/**
 * The outbox after a restore: what was not final when the backup was taken may have been sent since, so it is in doubt as after
 * a crash, and its provider is asked before anything is sent.
 */
final class OutboundRestoreRules implements RestoreRules {

    @Override
    public List<String> repairs() {
        return List.of("""
                update channels_outbound
                   set state = 'UNKNOWN', reason = 'restored', doubt_since = coalesce(doubt_since, created_at),
                       attempts = greatest(attempts, 1), first_failed_at = coalesce(first_failed_at, now()),
                       due_at = now(), changed_at = now()
                 where state in ('PENDING', 'SENDING', 'RETRY')
                """, """
                insert into channels_lane (conversation, due_at)
                select distinct conversation, now() from channels_outbound where doubt_since is not null
                on conflict (conversation) do update set due_at = excluded.due_at
                """, "update channels_lane set lease_until = null", """
                insert into channels_restored (at) values (now())
                on conflict (one) do update set at = excluded.at
                """);
    }
}
