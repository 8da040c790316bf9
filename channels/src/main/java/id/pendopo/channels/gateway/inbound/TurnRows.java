package id.pendopo.channels.gateway.inbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.channels.Attachment;
import id.pendopo.channels.InboundMessage;
import id.pendopo.channels.Inbox;
import id.pendopo.channels.Location;
import id.pendopo.channels.WebhookAnswer;
import id.pendopo.channels.gateway.outbound.Addresses;
import id.pendopo.channels.gateway.outbound.Lanes;
import id.pendopo.channels.gateway.outbound.MessageJson;
import id.pendopo.channels.gateway.outbound.StoredOutbox;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batch insert of turns. Stores what turns led to: messages, answers and replies, all in one statement. */
@Component
final class TurnRows {

    private static final String STORE =
            """
            with told as (
              select * from jsonb_to_recordset(:messages::jsonb) as told (
                     account text, "externalId" text, at timestamptz, kind text, state text, reason text,
                     conversation bigint, turn bigint, address text, language text, body text, choice text,
                     latitude double precision, longitude double precision, attachments jsonb, name text, album text,
                     "replyToken" text, "replyUntil" timestamptz, "replyLasting" boolean,
                     status smallint, type text, answer text, "inOrder" boolean)),
            free as (
              select * from told
               where not ("inOrder" and %s)),
            reply as (
            %s     where exists (select from free where free.conversation = row.conversation)),
            message as (
              insert into channels_inbound (account, external_id, event, received_at, happened_at, kind, state, reason,
                                            conversation, turn, address, language, body, choice, latitude, longitude,
                                            attachments, message_name, album, reply_token, reply_until,
                                            reply_lasting, answer_status, answer_type, answer_body)
              select account, "externalId", 'MESSAGE', :now, at, kind, state, reason, conversation, turn, address,
                     language, body, choice, latitude, longitude, attachments, name, album,
                     "replyToken", "replyUntil", "replyLasting", status, type, decode(answer, 'base64')
                from free
              on conflict (account, external_id) do nothing
              returning id),
            reached as (
            %s)
            select case when (select count(*) from free) < (select count(*) from told) then 'BUSY'
                        when (select count(*) from message) < (select count(*) from told) then 'TAKEN'
                        else 'STORED' end
            """.formatted(Lanes.isOpen("told.conversation"), StoredOutbox.insert(), Addresses.reached("free"));

    private final JdbcClient jdbc;
    private final Clock clock;

    TurnRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of messages that were to be stored. */
    enum Place {
        STORED,
        /** One of them was there before; nothing may be kept. */
        TAKEN,
        /** The conversation of one has something to send that goes first; it was not stored. */
        BUSY
    }

    /**
     * A row to be; what is left out is null there.
     *
     * @param inOrder whether the replies must not overtake what the conversation still has to send
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Told(
            String account,
            String externalId,
            String at,
            String kind,
            String state,
            Optional<String> reason,
            long conversation,
            long turn,
            String address,
            Optional<String> language,
            String body,
            Optional<String> choice,
            Optional<Double> latitude,
            Optional<Double> longitude,
            List<Attachment> attachments,
            Optional<String> name,
            Optional<String> album,
            Optional<String> replyToken,
            Optional<String> replyUntil,
            boolean replyLasting,
            int status,
            String type,
            byte[] answer,
            boolean inOrder) {

        static Told of(
                Inbox.Completion turn, String state, Optional<String> reason, WebhookAnswer answer, boolean inOrder) {
            InboundMessage message = turn.message();
            return new Told(
                    message.account(),
                    message.externalId(),
                    message.at().toString(),
                    message.kind(),
                    state,
                    reason,
                    turn.conversation(),
                    turn.turn(),
                    message.from().value(),
                    message.language().map(Locale::toLanguageTag),
                    message.text(),
                    message.choice(),
                    message.location().map(Location::lat),
                    message.location().map(Location::lon),
                    message.attachments(),
                    message.named().map(InboundMessage.Named::id),
                    message.named().flatMap(InboundMessage.Named::album),
                    message.replyHandle().map(InboundMessage.ReplyHandle::token),
                    message.replyHandle().map(handle -> handle.until().toString()),
                    message.replyHandle()
                            .filter(InboundMessage.ReplyHandle::lasting)
                            .isPresent(),
                    answer.status(),
                    answer.contentType(),
                    answer.body(),
                    inOrder);
        }

        @Override
        public String toString() {
            return "Told[" + externalId + "]";
        }
    }

    /** Within the turns' transaction. */
    Place store(List<Told> messages, String replies) {
        return jdbc.sql(STORE)
                .param("messages", MessageJson.rows(messages))
                .param("replies", replies)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> Place.valueOf(row.getString(1)))
                .single();
    }
}
