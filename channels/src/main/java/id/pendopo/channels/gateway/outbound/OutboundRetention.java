package id.pendopo.channels.gateway.outbound;

import id.pendopo.channels.gateway.upkeep.RetentionRule;
import id.pendopo.channels.gateway.upkeep.RetentionRules;
import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
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
        return RetentionRule.inBatches(
                "early reports", RetentionRule.Kept.AS_KEY, "channels_early_report", "received_at < :before");
    }

    private static RetentionRule sent() {
        return RetentionRule.inWindows(
                "what people were told",
                RetentionRule.Kept.AS_PERSONAL,
                OUTBOUND,
                "created_at < :before and address is not null and state not in ('PENDING', 'SENDING', 'RETRY')",
                "update channels_outbound set address = null, blocks = null");
    }

    private static RetentionRule addresses() {
        return RetentionRule.inBatches(
                "where people can be reached",
                RetentionRule.Kept.AS_PERSONAL,
                "channels_address",
                "changed_at < :before and not blocked and not opted_out");
    }

    @Bean
    static KeptTables outboundTables() {
        return () -> List.of(
                Table.without("channels_lane", "names no person"),
                Table.without("channels_restored", "names no person"));
    }
}
