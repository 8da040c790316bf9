package id.pendopo.knowledge.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parsed chapter of a Markdown document, in its parts.
 *
 * @param line of its title
 * @param facts what stands between the title and the first heading, by name
 * @param sections by the heading's key, without empty lines around them
 */
record MarkdownChapter(int line, String title, Map<String, String> facts, Map<String, List<Line>> sections) {

    /** What stands below the title; the last two tell people something and are not read back. */
    private static final List<String> FACTS =
            List.of("slug", "language", "service", "internal", "version", "published");

    private static final String CHAPTER = "# ";
    private static final String SECTION = "## ";
    private static final Pattern FACT = Pattern.compile("- ([a-z]+): *(.*)");

    /** A line of the file; the number counts from 1. */
    record Line(int number, String text) {

        boolean isBlank() {
            return text.isBlank();
        }

        boolean begins(String mark) {
            return text.startsWith(mark);
        }
    }

    /** The lines of each chapter. What stands before the first one is a chapter without a title. */
    static List<List<Line>> split(String text) {
        List<List<Line>> chapters = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (chapters.isEmpty() || line.startsWith(CHAPTER)) {
                chapters.add(new ArrayList<>());
            }
            chapters.getLast().add(new Line(number, line));
        }
        chapters.removeIf(lines -> lines.stream().allMatch(Line::isBlank));
        return chapters;
    }

    /** @param keys of the headings, by their words in any language */
    static MarkdownChapter of(List<Line> lines, Map<String, String> keys) throws ImportFault {
        Line title = lines.getFirst();
        if (!title.begins(CHAPTER)) {
            throw new ImportFault(title.number(), "editor.import.fault.before");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, List<Line>> sections = new LinkedHashMap<>();
        List<Line> section = null;
        for (Line line : lines.subList(1, lines.size())) {
            if (line.begins(SECTION)) {
                section = begin(line, keys, sections);
            } else if (line.begins("#")) {
                throw new ImportFault(line.number(), "editor.import.fault.hash");
            } else if (section != null) {
                section.add(line);
            } else if (!line.isBlank()) {
                fact(line, facts);
            }
        }
        sections.values().forEach(MarkdownChapter::trim);
        return new MarkdownChapter(
                title.number(), title.text().substring(CHAPTER.length()).strip(), facts, sections);
    }

    private static List<Line> begin(Line line, Map<String, String> keys, Map<String, List<Line>> sections)
            throws ImportFault {
        String heading = line.text().substring(SECTION.length()).strip();
        String key = keys.get(heading);
        if (key == null) {
            throw new ImportFault(line.number(), "editor.import.fault.heading", heading);
        }
        List<Line> section = new ArrayList<>();
        if (sections.put(key, section) != null) {
            throw new ImportFault(line.number(), "editor.import.fault.heading.twice", heading);
        }
        return section;
    }

    private static void fact(Line line, Map<String, String> facts) throws ImportFault {
        Matcher fact = FACT.matcher(line.text().strip());
        if (!fact.matches() || !FACTS.contains(fact.group(1)) || facts.containsKey(fact.group(1))) {
            throw new ImportFault(
                    line.number(), "editor.import.fault.fact", line.text().strip());
        }
        facts.put(fact.group(1), fact.group(2));
    }

    private static void trim(List<Line> section) {
        while (!section.isEmpty() && section.getFirst().isBlank()) {
            section.removeFirst();
        }
        while (!section.isEmpty() && section.getLast().isBlank()) {
            section.removeLast();
        }
    }

    String fact(String name) throws ImportFault {
        String value = facts.get(name);
        if (value == null) {
            throw new ImportFault(line, "editor.import.fault.fact.missing", name);
        }
        return value;
    }

    /** Empty for one that is not there. */
    List<Line> section(String key) {
        return Objects.requireNonNullElse(sections.get(key), List.of());
    }
}
