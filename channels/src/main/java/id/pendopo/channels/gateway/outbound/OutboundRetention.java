package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.gateway.upkeep.RetentionRule;
import id.pendopo.channels.gateway.upkeep.RetentionRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** The retention rules of outbound rows, of reports that came before them, and of addresses. */
@Component
class OutboundRetention implements RetentionRules {

    private static final RetentionRule.Window OUTBOUND = new RetentionRule.Window("channels_outbound", "created_at");

    @Override
    public List<RetentionRule> rules() {
        return List.of(earlyReports(), sent(), addresses());
    }

    private static RetentionRule earlyReports() {
        return RetentionRule.inBatches("early reports", RetentionRule.Kept.AS_KEY, """
                delete from channels_early_report where ctid = any (array(
                    select ctid from channels_early_report where received_at < :before limit :batch))
                """);
    }

    private static RetentionRule sent() {
        return RetentionRule.inWindows("what people were told", RetentionRule.Kept.AS_PERSONAL, OUTBOUND, """
                update channels_outbound set address = null, blocks = null
                 where id > :after and id <= :upTo and created_at < :before and address is not null
                   and state not in ('PENDING', 'SENDING', 'RETRY')
                """);
    }

    private static RetentionRule addresses() {
        return RetentionRule.inBatches("where people can be reached", RetentionRule.Kept.AS_PERSONAL, """
                delete from channels_address where ctid = any (array(
                    select ctid from channels_address
                     where changed_at < :before and not blocked and not opted_out limit :batch))
                """);
    }
}
