package id.pendopo.channels.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import id.pendopo.channels.OutboundMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One message of the desk as the web sees it, the {@code R} of the chat API.
 *
 * @param id {@code TURN.N}, also the event's id in the stream
 * @param from {@code bot}, {@code agent} or {@code desk}
 * @param lang the language that it is in, as a tag: {@code jv}
 * @param text plain words, paragraphs separated by an empty line
 * @param speaker the name of the person at the desk, where one writes
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Reply(
        String id,
        long turn,
        String from,
        String lang,
        String text,
        List<Choice> choices,
        Optional<Cited> citation,
        List<Link> links,
        Optional<String> ticket,
        Optional<String> speaker) {

    /** Where a fact comes from, as a link. */
    public record Cited(String title, String url, int version, String date, String source) {}

    /**
     * An address worth opening, relative to the desk's own where it has no scheme.
     *
     * @param type of a file that the desk sent, its media type; a picture in small is at the same address with {@code
     *     preview=true}
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Link(String label, String url, Optional<String> type) {

        Link(String label, String url) {
            this(label, url, Optional.empty());
        }

        /** Whether it is shown where it is named. */
        public boolean picture() {
            return type.filter(media -> media.startsWith("image/")).isPresent();
        }
    }

    public static Reply of(OutboundMessage message) {
        List<Cited> sources = blocks(message, Block.Source.class)
                .map(s -> new Cited(s.title(), s.url(), s.version(), s.date(), s.source()))
                .toList();
        return new Reply(
                message.turn() + "." + message.part(),
                message.turn(),
                message.author().name().toLowerCase(Locale.ROOT),
                message.language().toLanguageTag(),
                words(message.blocks()),
                blocks(message, Block.Choices.class)
                        .flatMap(c -> c.choices().stream())
                        .toList(),
                sources.stream().findFirst(),
                links(message, sources),
                message.ticket(),
                message.speaker());
    }

    /** Where nothing else is said, a place is asked for in words: the chat's own button for it is always there. */
    private static String words(List<Block> blocks) {
        String said = blocks.stream().flatMap(Reply::words).collect(Collectors.joining("\n\n"));
        return said.isEmpty()
                ? blocks.stream()
                        .filter(Block.LocationRequest.class::isInstance)
                        .map(block -> ((Block.LocationRequest) block).prompt())
                        .collect(Collectors.joining("\n\n"))
                : said;
    }

    private static Stream<String> words(Block block) {
        return switch (block) {
            case Block.Text text -> Stream.of(text.text());
            case Block.HandoverNotice notice -> Stream.of(notice.text());
            case Block.CallStep step -> Stream.of(step.text());
            case Block.Choices _, Block.Source _, Block.Link _, Block.Media _, Block.LocationRequest _ ->
                Stream.empty();
        };
    }

    private static List<Link> links(OutboundMessage message, List<Cited> sources) {
        Stream<Link> further = sources.stream().skip(1).map(s -> new Link(s.title(), s.url()));
        Stream<Link> named = blocks(message, Block.Link.class).map(l -> new Link(l.label(), l.url()));
        Stream<Link> files = blocks(message, Block.Media.class).map(media -> file(message, media));
        return Stream.of(named, further, files).flatMap(links -> links).toList();
    }

    private static Link file(OutboundMessage message, Block.Media media) {
        String type = media.attachment().type();
        String unnamed = type.startsWith("image/") ? "chat.picture" : "chat.file";
        return new Link(
                media.caption().isBlank() ? word(unnamed, message.language()) : media.caption(),
                "/api/chat/" + message.to().value() + "/attachments/"
                        + media.attachment().ref(),
                Optional.of(type));
    }

    private static String word(String key, Locale language) {
        return ResourceBundle.getBundle(
                        "messages/channels", language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .getString(key);
    }

    private static <B extends Block> Stream<B> blocks(OutboundMessage message, Class<B> type) {
        return message.blocks().stream().filter(type::isInstance).map(type::cast);
    }

    @Override
    public String toString() {
        return "Reply[" + id + "]";
    }
}
