package id.pendopo.conversation.wording;

import id.pendopo.channels.Block;
import id.pendopo.channels.Capabilities.Family;
import id.pendopo.channels.ChannelAccounts;
import id.pendopo.channels.Choice;
import id.pendopo.conversation.dialogue.Conversation;
import id.pendopo.conversation.dialogue.Part;
import id.pendopo.conversation.dialogue.Reply;
import id.pendopo.conversation.understanding.Languages;
import id.pendopo.knowledge.Citation;
import id.pendopo.ui.CountryPack;
import id.pendopo.ui.PackMessages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * Renders replies: turns keys and arguments into blocks of finished words, from the message bundles. Any thread may
 * call.
 */
public final class Wording {

    private final MessageSource bundle;
    private final Languages languages;
    private final Arguments arguments;

    private Wording(MessageSource bundle, Languages languages, ChannelAccounts.Kinds kinds) {
        this.bundle = bundle;
        this.languages = languages;
        this.arguments = new Arguments(bundle, languages, kinds);
    }

    /**
     * The shipped texts of the conversation, and those of ticketing for its notices, below those of a country.
     *
     * @param kinds the lines that texts may name
     */
    public static Wording shipped(CountryPack pack, ChannelAccounts.Kinds kinds) {
        PackMessages bundles = new PackMessages(
                pack,
                List.of(
                        "messages/conversation",
                        "messages/conversation-voice",
                        "messages/conversation-page",
                        "messages/ticketing"));
        bundles.setAlwaysUseMessageFormat(true);
        return new Wording(bundles, Languages.of(pack), kinds);
    }

    /** The language of the line's own words around ours. */
    public Locale frame(Conversation conversation) {
        return languages.frame(conversation.language());
    }

    /** One text, for those who need no blocks. */
    public String text(String key, Locale language, Object... args) {
        return bundle.getMessage(key, args, language);
    }

    /** A kind of line, as people call it. */
    public String line(String kind, Locale language) {
        return arguments.line(kind, language);
    }

    public List<Block> blocks(Reply reply, RenderingContext around) {
        return reply.parts().stream().flatMap(part -> blocks(part, around)).toList();
    }

    private Stream<Block> blocks(Part part, RenderingContext around) {
        return switch (part) {
            case Part.Say say -> Stream.of(words(say, around));
            case Part.Aside aside -> Stream.of(words(aside.say(), around));
            case Part.Quote quote ->
                Stream.of(new Block.Text(
                        quote.found().web(),
                        Optional.of(quote.found().sms()),
                        Optional.of(quote.found().voice())));
            case Part.Source source -> Stream.of(source(source.citation()));
            case Part.Offer offer ->
                offer.named() && around.family().worded() ? Stream.of() : Stream.of(choices(offer, around));
            case Part.AskPlace ask -> Stream.of(new Block.LocationRequest(text(ask.key(), around.language())));
            case Part.Notice notice -> Stream.of(new Block.HandoverNotice(notice(notice, around)));
            case Part.Step step -> Stream.of(step(step, around));
            case Part.Again _ -> around.last().isEmpty() ? Stream.of(nothing(around)) : around.last().stream();
            case Part.Rest _ -> around.rest().stream();
        };
    }

    private String notice(Part.Notice notice, RenderingContext around) {
        return fitting(new Part.Say(notice.key(), notice.args()), around);
    }

    private Block step(Part.Step step, RenderingContext around) {
        return new Block.CallStep(fitting(new Part.Say(step.key(), step.args()), around), step.next());
    }

    /** The form that the line has of a text. */
    private String fitting(Part.Say say, RenderingContext around) {
        Optional<String> form = around.family().brief()
                ? brief(say, around)
                : around.family().spoken() ? form(say, "spoken", around) : Optional.empty();
        return form.orElseGet(() -> full(say, around));
    }

    private Block nothing(RenderingContext around) {
        return Block.Text.of(text("repeated.nothing", around.language()));
    }

    private Block words(Part.Say say, RenderingContext around) {
        return new Block.Text(full(say, around), brief(say, around), form(say, "spoken", around));
    }

    /** Where choices stand numbered below, a text need not name them. */
    private Optional<String> brief(Part.Say say, RenderingContext around) {
        return around.family() == Family.PAGE
                ? form(say, "page", around).or(() -> form(say, "brief", around))
                : form(say, "brief", around);
    }

    private Optional<String> form(Part.Say say, String form, RenderingContext around) {
        Object[] args = arguments.of(say.args(), around);
        return Optional.ofNullable(bundle.getMessage(say.key() + "." + form, args, null, around.language()));
    }

    private String full(Part.Say say, RenderingContext around) {
        return text(say.key(), around.language(), arguments.of(say.args(), around));
    }

    private Block choices(Part.Offer offer, RenderingContext around) {
        return new Block.Choices(offer.options().stream()
                .map(option -> new Choice(option.id(), arguments.text(option.label(), around)))
                .toList());
    }

    private static Block source(Citation citation) {
        return new Block.Source(
                citation.title(),
                citation.url(),
                citation.version(),
                citation.date().toString(),
                citation.source());
    }
}
