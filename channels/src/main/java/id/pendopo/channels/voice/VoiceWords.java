package id.pendopo.channels.voice;

import id.pendopo.channels.Block;
import id.pendopo.channels.Choice;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Says the blocks of a reply in the words of a call. */
final class VoiceWords {

    /** Choices by key: 9 repeats, 0 is a person. */
    private static final int KEYS = 8;

    private static final int LONGEST_HINT = 100;

    private VoiceWords() {}

    /** What one voice says. */
    record Line(Tongue tongue, String text) {}

    static String text(String key, Tongue tongue, Object... args) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages/channels-voice", tongue.locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return MessageFormat.format(words.getString(key), args);
    }

    static List<Line> of(List<Block> blocks, Tongue tongue) {
        List<Line> lines = new ArrayList<>();
        for (Block block : blocks) {
            lines.addAll(of(block, tongue));
        }
        List<Line> said = lines.stream().filter(line -> !line.text().isBlank()).toList();
        return said.isEmpty()
                ? blocks.stream()
                        .flatMap(block -> alone(block, tongue).stream())
                        .toList()
                : said;
    }

    /** What a voice leaves out beside other words; when there are no others, silence would be no answer. */
    private static Optional<Line> alone(Block block, Tongue tongue) {
        return switch (block) {
            case Block.Link link -> Optional.of(new Line(tongue, text("voice.link", tongue, link.label())));
            case Block.LocationRequest _ -> Optional.of(new Line(tongue, text("voice.place", tongue)));
            case Block.Text _,
                    Block.Choices _,
                    Block.Source _,
                    Block.Media _,
                    Block.HandoverNotice _,
                    Block.CallStep _ -> Optional.empty();
        };
    }

    /** A voice reads no address, and draws no map. */
    private static List<Line> of(Block block, Tongue tongue) {
        return switch (block) {
            case Block.Text text -> List.of(new Line(tongue, text.aloud()));
            case Block.Choices choices -> choices(choices.choices(), tongue);
            case Block.Source source ->
                List.of(new Line(tongue, text("voice.source", tongue, source.title(), source.date())));
            case Block.Media media ->
                List.of(new Line(tongue, media.caption()), new Line(tongue, text("voice.media", tongue)));
            case Block.HandoverNotice notice -> List.of(new Line(tongue, notice.text()));
            case Block.CallStep step -> List.of(new Line(tongue, step.text()));
            case Block.Link _, Block.LocationRequest _ -> List.of();
        };
    }

    private static List<Line> choices(List<Choice> choices, Tongue tongue) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            boolean person = choice.id().equals(Choice.PERSON);
            if (person || i < KEYS) {
                Tongue said = language(choice).orElse(tongue);
                String key = person ? "0" : Integer.toString(i + 1);
                lines.add(new Line(said, text("voice.choose", said, key, choice.label())));
            }
        }
        if (choices.size() > KEYS) {
            lines.add(new Line(tongue, text("voice.other", tongue)));
        }
        return lines;
    }

    /** "For English" is said in English. */
    private static Optional<Tongue> language(Choice choice) {
        return choice.id().startsWith(Choice.LANGUAGE)
                ? Optional.of(Tongue.of(Locale.of(choice.id().substring(Choice.LANGUAGE.length()))))
                : Optional.empty();
    }

    /**
     * What the recognition of speech shall listen for; nobody says a very long label.
     *
     * @see <a href="https://www.twilio.com/docs/voice/twiml/gather#hints">100 characters each</a>
     */
    static String hints(List<Block> blocks) {
        List<String> labels = blocks.stream()
                .filter(Block.Choices.class::isInstance)
                .flatMap(block -> ((Block.Choices) block).choices().stream())
                .map(choice -> choice.label().replaceAll(",\\s*", " "))
                .filter(label -> label.length() <= LONGEST_HINT)
                .toList();
        return String.join(", ", labels);
    }
}
