package id.pendopo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.pendopo.knowledge.Phrases;
import id.pendopo.knowledge.Questions;
import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every regular expression of the desk reads hostile text in a number of steps that grows as the text does: the text
 * counts how often a character of it is looked at. Patterns are found in static fields and in the sources.
 */
class LinearPatternsTests {

    private static final int SHORT = 1_024;
    private static final int LONG = 256 * 1024;

    /** Four times the text is four times the steps; sixteen times them if they grow by the square. */
    private static final double MOST_GROWTH = 6;

    /** As many marks as the door leaves on one letter: a word border is sought behind all of them. */
    private static final String MARKS = "x" + "\u0301\u0323".repeat(15);

    /** Used with {@code matches()} alone. */
    private static final Set<String> MATCHED = Set.of(
            "Passcode.ALONE",
            "ExchangeNotation.SOURCE",
            "MarkdownFormat.NUMBERED",
            "Profanity.STARRED",
            "Questions.fields",
            "Questions.services");

    /** Before the place of a literal that a whole text is compared with. */
    private static final String WHOLE = "whole ";

    /** Used on what editors wrote, within the limits of their fields. */
    private static final Set<String> EDITORS = Set.of("SourceChecks.FIGURE", "Sentences.END");

    /** These read what {@code Questions.shortened} made of a text: no two blanks or commas in a row. */
    private static final String WITHOUT_RUNS = "Questions.";

    private static final Set<String> BEFORE = Set.of("Questions.BLANKS", "Questions.COMMAS");

    private static final List<String> LONG_ENOUGH = List.of("a", "a ", "1 ", "a.", "jalan ", " ", "anything");

    /** Reads files of whoever starts it. */
    private static final String COMMAND_LINE = "/cli/";

    /** Bytes; a quarter of what a request's thread has. */
    private static final long STACK = 256 * 1024;

    private static final int NEXT_TO_NOTHING = 20 * SHORT;

    private static final Pattern LITERAL = Pattern.compile(
            "(?<way>\\.(?:replaceAll|replaceFirst|matches|split)|Pattern\\.(?:compile|matches))\\(\\s*\"(?<literal>(?:[^\"\\\\]|\\\\.)*+)\"\\s*[,)]");

    private static final Pattern UNICODE_ESCAPE = Pattern.compile("(?<!\\\\)\\\\u([0-9a-fA-F]{4})");

    private static final Map<String, IntFunction<String>> HOSTILE = hostile();

    private static Map<String, IntFunction<String>> hostile() {
        Map<String, IntFunction<String>> texts = new LinkedHashMap<>();
        for (String unit : new String[] {
            "a",
            "7",
            "@",
            ".",
            " ",
            "-",
            "\n",
            "/",
            ",",
            "?",
            "*",
            "\uD83D\uDE00",
            MARKS,
            "a@",
            "a.",
            "a ",
            "1 ",
            "1.",
            "12-",
            "1,",
            "jalan ",
            "tidak ada di ",
            "a\n",
            "- ",
            "syarat ",
            "syarat dan ",
            "syarat & biaya ktp ",
            "biaya, ",
            "di depan ",
            ". ",
            ", ",
            "? ",
            "(1",
            "Rp1.",
            "x\u0301 ",
            "https://a.",
            "a@b.",
            "no. ",
            "status ",
            "lapor di ",
            "0812 ",
            "a, b. ",
            "\t\r\n"
        }) {
            texts.put(unit, length -> filled(unit, length));
        }
        texts.put("letters and an end that fits nothing", length -> filled("a", length - 1) + "!");
        texts.put("digits and an end that fits nothing", length -> filled("1", length - 1) + "x");
        texts.put("spaces and an end that fits nothing", length -> filled(" ", length - 1) + "x");
        texts.put("words and an end that fits nothing", length -> filled("di jalan ", length - 1) + "\u0000");
        texts.put("anything", LinearPatternsTests::anything);
        return texts;
    }

    private static String filled(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    private static String anything(int length) {
        StringBuilder text = new StringBuilder();
        long state = 1;
        while (text.length() < length) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            text.append("abk19 .,-@?!/:\n\u0301*(".charAt((int) ((state >>> 33) % 18)));
        }
        return text.toString();
    }

    @TestFactory
    Stream<DynamicTest> everyPatternReadsHostileTextInLinearTime() {
        return patterns().entrySet().stream()
                .filter(found -> !EDITORS.contains(found.getValue()))
                .map(found -> DynamicTest.dynamicTest(
                        found.getValue() + " " + found.getKey(),
                        () -> onASmallStack(found.getKey(), () -> read(found.getKey(), found.getValue()))));
    }

    /** How deep a reading gets depends on what of it is compiled by then; a small stack finds it out at any time. */
    private static void onASmallStack(String where, Runnable reading) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, reading, "reading", STACK);
        thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        thread.start();
        thread.join();
        assertThat(failure.get()).as(where).isNull();
    }

    private static void read(String written, String where) {
        int flags = written.charAt(0);
        Pattern pattern = Pattern.compile(written.substring(1), flags);
        boolean shortened = where.startsWith(WITHOUT_RUNS) && !BEFORE.contains(where);
        HOSTILE.forEach((name, raw) -> {
            IntFunction<String> text = shortened ? length -> shortened(raw.apply(length)) : raw;
            for (Way way : ways(where)) {
                long few = steps(pattern, way, text.apply(SHORT));
                long many = steps(pattern, way, text.apply(4 * SHORT));
                assertThat(many)
                        .as("%s of %s, %s: %d steps for %d characters", way, name, pattern, few, SHORT)
                        .isLessThan((long) (MOST_GROWTH * Math.max(few, NEXT_TO_NOTHING)));
            }
            if (LONG_ENOUGH.contains(name)) {
                ways(where)
                        .forEach(way -> assertThatNoException()
                                .as(name)
                                .isThrownBy(() -> steps(pattern, way, text.apply(LONG))));
            }
        });
    }

    private static String shortened(String text) {
        return text.replaceAll("\\s{2,}", " ").replaceAll(",(?:\\s?+,)++", ",");
    }

    private static List<Way> ways(String where) {
        return MATCHED.contains(where) || where.startsWith(WHOLE) ? List.of(Way.MATCH) : List.of(Way.FIND, Way.MATCH);
    }

    private enum Way {
        FIND,
        MATCH
    }

    private static long steps(Pattern pattern, Way way, String text) {
        CountedText counted = new CountedText(text);
        Matcher matcher = pattern.matcher(counted);
        switch (way) {
            case FIND -> {
                while (matcher.find()) {
                    counted.step();
                }
            }
            case MATCH -> matcher.matches();
        }
        return counted.steps();
    }

    /** By flags and pattern; the value says where it is. */
    private static Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("id.pendopo")) {
            if (type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(used -> used.getTargetClass().isEquivalentTo(Pattern.class))) {
                constants(type.reflect(), patterns);
            }
        }
        ofTheWords(new Questions(Phrases.of(CountryPack.chosen())), patterns);
        sources().forEach(source -> literals(source, patterns));
        return patterns;
    }

    private static void constants(Class<?> type, Map<String, String> patterns) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                dig(value(field, null), type.getSimpleName() + "." + field.getName(), patterns);
            }
        }
    }

    /** What is made of phrase files when it starts. */
    private static void ofTheWords(Object made, Map<String, String> patterns) {
        for (Field field : made.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                dig(value(field, made), made.getClass().getSimpleName() + "." + field.getName(), patterns);
            }
        }
    }

    private static void dig(Object value, String where, Map<String, String> patterns) {
        switch (value) {
            case Pattern pattern -> patterns.putIfAbsent((char) pattern.flags() + pattern.pattern(), where);
            case Collection<?> several -> several.forEach(each -> dig(each, where, patterns));
            case Map<?, ?> several -> several.values().forEach(each -> dig(each, where, patterns));
            case Enum<?> constant -> ofItsOwn(constant, where, patterns);
            case Record record
            when record.getClass().getName().startsWith("id.pendopo") -> ofItsOwn(record, where, patterns);
            case null, default -> {}
        }
    }

    private static void ofItsOwn(Object holder, String where, Map<String, String> patterns) {
        for (Field field : holder.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
                dig(value(field, holder), where, patterns);
            }
        }
    }

    private static Object value(Field field, Object holder) {
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Path> sources() {
        return Stream.of("channels", "knowledge-base", "ticketing", "conversation", "config")
                .map(module -> Path.of("..", module, "src", "main", "java"))
                .flatMap(LinearPatternsTests::files);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java")
                            && !file.toString().contains(COMMAND_LINE))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void literals(Path source, Map<String, String> patterns) {
        try {
            Matcher literal = LITERAL.matcher(Files.readString(source));
            while (literal.find()) {
                String pattern = UNICODE_ESCAPE
                        .matcher(literal.group("literal"))
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(escape.group(1), 16))))
                        .translateEscapes();
                patterns.putIfAbsent(
                        (char) 0 + pattern,
                        (literal.group("way").endsWith("matches") ? WHOLE : "") + source.getFileName());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
