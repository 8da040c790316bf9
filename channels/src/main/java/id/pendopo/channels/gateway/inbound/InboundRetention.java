package id.pendopo.channels.gateway.inbound;

import id.pendopo.channels.gateway.upkeep.RetentionRule;
import id.pendopo.channels.gateway.upkeep.RetentionRules;
import java.util.List;
import org.springframework.stereotype.Component;

/** The retention rules of inbound rows. */
@Component
class InboundRetention implements RetentionRules {

    private static final RetentionRule.Window INBOUND = new RetentionRule.Window("channels_inbound", "received_at");

    @Override
    public List<RetentionRule> rules() {
        return List.of(answers(), reports(), received());
    }

    private static RetentionRule answers() {
        return RetentionRule.inWindows("answers", RetentionRule.Kept.AS_KEY, INBOUND, """
                update channels_inbound set answer_status = null, answer_type = null, answer_body = null
                 where id > :after and id <= :upTo and received_at < :before and answer_body is not null
                """);
    }

    private static RetentionRule reports() {
        return RetentionRule.inWindows("reports", RetentionRule.Kept.AS_KEY, INBOUND, """
                delete from channels_inbound
                 where id > :after and id <= :upTo and received_at < :before and event <> 'MESSAGE'
                """);
    }

    private static RetentionRule received() {
        return RetentionRule.inWindows("what people wrote", RetentionRule.Kept.AS_PERSONAL, INBOUND, """
                update channels_inbound
                   set address = null, language = null, body = null, choice = null, latitude = null, longitude = null,
                       attachments = null
                 where id > :after and id <= :upTo and received_at < :before and address is not null
                """);
    }
}
