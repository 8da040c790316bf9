package id.pendopo.config.architecture;

import id.pendopo.channels.Capabilities;
import id.pendopo.channels.adapter.Adapters;
import id.pendopo.channels.adapter.ChannelAdapter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand in the texts of a package, as rules that can be checked against any texts. */
final class SourceRules {

    /** The kinds of channels, and what people call them, by the folder that may name them. */
    private static final Map<String, Pattern> KINDS = Adapters.byKind().values().stream()
            .collect(Collectors.toMap(
                    SourceRules::folder, SourceRules::names, (one, other) -> Pattern.compile(one + "|" + other)));

    /** Not a line: the texts of an article by the way they are read, and the columns that hold them. */
    private static final Set<String> VARIANTS_OF_ARTICLES = Set.of("sms", "voice");

    /** Programs that configure a desk from outside, as its operator does: there a kind is a setting's value. */
    private static final String OPERATORS = "id.pendopo.benchmarks";

    private static final String CHANNELS = "id.pendopo.channels.";

    /**
     * What belongs to a country pack: a zone of tz data, a telephone code before digits, a country's code of ISO 3166 alone,
     * one of the shipped pack's emergency numbers, sixteen digits as a NIK has them, the name of an identity number.
     */
    private static final Pattern COUNTRY =
            Pattern.compile("\\b(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z]"
                    + "|(?<![\\d+])\\+?62(?=\\d{5}|\\)|\\|)|\\+62|^(?:ID|TL|MY|SG|PH)$"
                    + "|(?<![\\d/])(?:110|112|113|119|129)(?!\\d)|^\\\\d\\{16}$|(?i)\\b(?:nik|npwp)\\b");

    /** The few that stay, by package. */
    private static final Map<String, Set<String>> COUNTRIES_THAT_STAY = Map.of(
            // Load is made of invented telephones of one country, as its provider's forms have them.
            "id.pendopo.benchmarks", Set.of("+622155500112", "+62812%08d", "ID"),
            // The invented telephones of the simulator and of the first minute that the cache is made of.
            "id.pendopo.channels.voice.phone", Set.of("+6281255501099"),
            "id.pendopo.config.commands", Set.of("+62811%08d"),
            // Scripts of dialogues have one number, which nobody calls.
            "id.pendopo.conversation.cli", Set.of("+6281200001234"));

    private SourceRules() {}

    /** Tables that more than one package names in its SQL, with the packages. */
    static Map<String, Set<String>> namedByMoreThanOne(Set<String> tables, Map<String, List<String>> literals) {
        Map<String, Set<String>> named = new TreeMap<>();
        tables.forEach(table -> {
            Pattern sql = Pattern.compile("(?is).*\\b(?:from|into|update|join|using|table)\\s+" + table + "\\b.*");
            literals.forEach((room, texts) -> {
                if (texts.stream().anyMatch(text -> sql.matcher(text).matches())) {
                    named.computeIfAbsent(table, _ -> new TreeSet<>()).add(room);
                }
            });
        });
        named.values().removeIf(rooms -> rooms.size() < 2);
        return named;
    }

    /** Packages outside a channel's folder whose texts are the name of its kind. */
    static Set<String> kindsNamedElsewhere(Map<String, List<String>> literals) {
        Set<String> found = new TreeSet<>();
        literals.forEach((room, texts) -> KINDS.forEach((folder, kind) -> {
            boolean speaksAProtocol = KINDS.keySet().stream().anyMatch(own -> room.startsWith(CHANNELS + own));
            if (!room.startsWith(CHANNELS + folder) && !room.startsWith(OPERATORS)) {
                texts.stream()
                        .filter(text -> kind.matcher(text).matches())
                        // "voice" is also what Telegram calls a recording: a protocol's words are its own.
                        .filter(text -> !speaksAProtocol || text.contains("-"))
                        .filter(text ->
                                !(room.startsWith("id.pendopo.knowledge.") && VARIANTS_OF_ARTICLES.contains(text)))
                        .forEach(text -> found.add(room + " says \"" + text + "\""));
            }
        }));
        return found;
    }

    private static String folder(ChannelAdapter adapter) {
        return adapter.getClass().getPackageName().substring(CHANNELS.length());
    }

    private static Pattern names(ChannelAdapter adapter) {
        Capabilities kind = adapter.capabilities();
        return Pattern.compile(Pattern.quote(kind.kind()) + "|" + Pattern.quote(kind.name()));
    }

    /** Packages whose texts know a country: its clock, its telephone code, its code, its emergency or identity numbers. */
    static Set<String> countriesNamed(Map<String, List<String>> literals) {
        Set<String> found = new TreeSet<>();
        literals.forEach((room, texts) -> texts.stream()
                .filter(text -> COUNTRY.matcher(text).find())
                .filter(text ->
                        !COUNTRIES_THAT_STAY.getOrDefault(room, Set.of()).contains(text))
                .forEach(text -> found.add(room + " says \"" + text.strip() + "\"")));
        return found;
    }

    /** How many sentences a package's description has. */
    static int sentences(String description) {
        int end = description.indexOf("*/");
        String comment = end < 0 ? "" : description.substring(0, end);
        return comment.split("[.!?](?=\\s)").length - 1;
    }
}
