package id.pendopo.channels.web.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.channels.Choice;
import id.pendopo.channels.web.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message of the chat history: one message of a chat as it is shown again later.
 *
 * @param id {@code TURN.N} for the desk's, {@code TURN} for the citizen's
 * @param from {@code citizen}, {@code bot}, {@code agent} or {@code desk}
 * @param lang the language that the desk said it in, as a tag; empty of the citizen's
 * @param text what the citizen wrote or the label of the button that was pressed; or what the desk said
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ChatEntry(
        String id,
        long turn,
        Instant at,
        String from,
        Optional<String> lang,
        String text,
        boolean located,
        int files,
        List<Choice> choices,
        Optional<Reply.Cited> citation,
        List<Reply.Link> links,
        Optional<String> ticket,
        Optional<String> speaker) {

    static final String CITIZEN = "citizen";

    static ChatEntry of(Reply reply, Instant at) {
        return new ChatEntry(
                reply.id(),
                reply.turn(),
                at,
                reply.from(),
                Optional.of(reply.lang()),
                reply.text(),
                false,
                0,
                reply.choices(),
                reply.citation(),
                reply.links(),
                reply.ticket(),
                reply.speaker());
    }

    /** The language of the words, where it is another than the page's. */
    public @Nullable String foreign(String page) {
        return lang.filter(own -> !own.equals(page)).orElse(null);
    }

    @Override
    public String toString() {
        return "ChatLine[" + id + "]";
    }
}
