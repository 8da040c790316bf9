package id.pendopo.knowledge.search;

import java.util.Arrays;

/** Term set of an article: what it says in all its languages: its stems by number, in ascending order. */
final class ArticleTerms {

    private final String id;
    private final String service;
    private int[] title = {};
    private int[] anywhere = {};
    private int[] questions = {};
    private boolean mishap;
    private boolean directory;

    ArticleTerms(String id, String service) {
        this.id = id;
        this.service = service;
    }

    /** Adds a text of the article; the stems come in any order. */
    void add(int[] ofTitle, int[] ofQuestions, int[] ofText) {
        title = union(title, ofTitle);
        questions = union(questions, ofQuestions);
        anywhere = union(anywhere, ofQuestions, ofText);
    }

    /** A title tells what happened to somebody's paper: that it was lost, damaged or asked for too late. */
    void tellsOfAMishap() {
        mishap = true;
    }

    /** It tells of an office and of no service. */
    void tellsOfAnOffice() {
        directory = true;
    }

    boolean directory() {
        return directory;
    }

    boolean mishap() {
        return mishap;
    }

    String id() {
        return id;
    }

    String service() {
        return service;
    }

    /** The stems of the titles. */
    int[] title() {
        return title;
    }

    /** The stems of all questions. */
    int[] questions() {
        return questions;
    }

    /** The stems of all questions and of the text. */
    int[] anywhere() {
        return anywhere;
    }

    private static int[] union(int[]... some) {
        return Arrays.stream(some)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
    }
}
