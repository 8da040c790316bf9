package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.gateway.upkeep.RetentionRule;
import id.pendopo.channels.gateway.upkeep.RetentionRules;
import id.pendopo.ui.KeptTables;
import id.pendopo.ui.KeptTables.Table;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The retention rules of inbound rows. */
@Component
class InboundRetention implements RetentionRules {

    private static final RetentionRule.Window INBOUND = new RetentionRule.Window("channels_inbound", "received_at");

    @Override
    public List<RetentionRule> rules() {
        return List.of(answers(), reports(), received(), stopped());
    }

    private static RetentionRule answers() {
        return RetentionRule.inWindows(
                "answers",
                RetentionRule.Kept.AS_KEY,
                INBOUND,
                "received_at < :before and answer_body is not null",
                "update channels_inbound set answer_status = null, answer_type = null, answer_body = null");
    }

    private static RetentionRule reports() {
        return RetentionRule.inWindows(
                "reports",
                RetentionRule.Kept.AS_KEY,
                INBOUND,
                "received_at < :before and event <> 'MESSAGE'",
                "delete from channels_inbound");
    }

    private static RetentionRule received() {
        return RetentionRule.inWindows(
                "what people wrote",
                RetentionRule.Kept.AS_PERSONAL,
                INBOUND,
                "received_at < :before and address is not null",
                """
                update channels_inbound
                   set address = null, language = null, body = null, choice = null, latitude = null, longitude = null,
                       attachments = null, reply_token = null, reply_until = null
                """);
    }

    private static RetentionRule stopped() {
        return RetentionRule.inBatches(
                "which messages took too long to read", RetentionRule.Kept.AS_KEY, "channels_stopped", "at < :before");
    }

    @Bean
    static KeptTables inboundTables() {
        return () -> List.of(
                Table.without("channels_answered", "numbers of messages, deleted after minutes"),
                Table.without("channels_catch_up", "names no person"));
    }
}
