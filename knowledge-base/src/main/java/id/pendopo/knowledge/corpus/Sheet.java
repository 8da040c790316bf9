package id.pendopo.knowledge.corpus;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The kinds of files in the corpus: where each lies, its columns, and the values a column may have. */
public enum Sheet {
    /** What citizens ask of the shipped articles; one file per service. */
    QUESTIONS("questions", "slug", "aspect", "lang", "style", "text"),
    /** Groups of lines that mean the same in different words. */
    PARAPHRASES("paraphrases.tsv", "group", "lang", "text"),
    /** An Indonesian line and an English one that translate each other. */
    PAIRS("pairs.tsv", "id", "en"),
    /** What no article answers. */
    OUTSIDE("outside.tsv", "lang", "kind", "text"),
    /** What a message does: greets, thanks, complains. */
    ACTS("acts.tsv", "label", "lang", "text"),
    /** What a message does while the desk waits for something: agrees, corrects, adds, asks beside. */
    TASK_ACTS("task-acts.tsv", "act", "lang", "stage", "author", "text"),
    /** What somebody writes whose life, or that of another, is in danger now. */
    DANGER("danger.tsv", "danger", "lang", "author", "text"),
    /** What has the words of danger and calls nobody: in an everyday, figurative, past, administrative or joking sense. */
    LOOKALIKES("danger-lookalikes.tsv", "sense", "lang", "author", "text"),
    /** What a first message is: a complaint, an idea, praise, or a question about a service. */
    OPENINGS("openings.tsv", "opening", "lang", "author", "text"),
    /** What a message does whose writer has an open ticket. */
    FOLLOW_UPS("follow-ups.tsv", "follow-up", "lang", "author", "text"),
    /** What names a service and asks what no desk does. */
    NAMED_OUTSIDE("named-outside.tsv", "service", "lang", "author", "text"),
    /** Words that ask nothing yet. */
    VAGUE("vague.tsv", "lang", "author", "text"),
    /** Complaints with the category of ticket that they belong to. */
    COMPLAINTS("complaints.tsv", "category", "lang", "style", "text"),
    /** What the desk has to withstand. */
    GUARD("guard.tsv", "kind", "lang", "text"),
    /** Everyday lines on any topic, which tell the four languages apart. */
    LANGUAGES("languages.tsv", "lang", "text");

    private static final Map<String, Set<String>> CLOSED = Map.of(
            "act",
                    Set.of(
                            "yes",
                            "no",
                            "cancel",
                            "correct",
                            "add",
                            "question",
                            "another",
                            "person",
                            "anonymous",
                            "insult",
                            "unclear"),
            "danger",
                    Set.of(
                            "fire",
                            "gas",
                            "medical",
                            "animal",
                            "accident",
                            "violence",
                            "sexual",
                            "missing",
                            "flood",
                            "landslide",
                            "quake",
                            "drowning",
                            "despair"),
            "sense",
                    Set.of(
                            "question",
                            "administrative",
                            "figurative",
                            "past",
                            "news",
                            "preventive",
                            "joking",
                            "annoyed",
                            "report"),
            "opening", Set.of("complaint", "idea", "praise", "service"),
            "follow-up", Set.of("status", "thanks", "added", "solved", "unsolved", "withdrawn", "angry", "other"),
            "stage", Set.of("confirm", "place", "description", "name", "any"),
            "aspect",
                    Set.of(
                            "procedure",
                            "requirements",
                            "fee",
                            "duration",
                            "office",
                            "hours",
                            "channel",
                            "product",
                            "legal_basis",
                            "complaint",
                            "general",
                            "-"),
            "lang", Set.of("id", "en", "jv", "su"),
            "style", Set.of("formal", "informal", "typo", "sms", "angry", "mixed"),
            "label",
                    Set.of(
                            "greeting",
                            "thanks",
                            "complaint",
                            "status",
                            "person",
                            "abuse",
                            "emergency",
                            "affirm",
                            "deny",
                            "goodbye",
                            "question",
                            "chitchat"));

    private static final Map<Sheet, Set<String>> KINDS =
            Map.of(OUTSIDE, Set.of("out-of-scope", "smalltalk"), GUARD, Set.of("injection", "abuse"));

    private final String path;
    private final List<String> columns;

    Sheet(String path, String... columns) {
        this.path = path;
        this.columns = List.of(columns);
    }

    /** The file, or the folder of files, inside the corpus. */
    String path() {
        return path;
    }

    /** The columns' names, from the left. */
    public List<String> columns() {
        return columns;
    }

    /** Whether a column may have a value; a column without a closed set takes any text that is not blank. */
    boolean allows(String column, String value) {
        Set<String> values = column.equals("kind") ? KINDS.getOrDefault(this, Set.of()) : CLOSED.get(column);
        return values == null ? !value.isBlank() : values.contains(value);
    }
}
