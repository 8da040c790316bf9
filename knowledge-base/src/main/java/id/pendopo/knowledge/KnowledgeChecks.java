package id.pendopo.knowledge;

import java.util.List;

/** Content check of published articles, for what an editor must mend. Any thread may call. */
public interface KnowledgeChecks {

    /**
     * Figures that nobody read anywhere, each as {@code slug/language/field}: a field with a figure and without a source,
     * or a figure in the summary, the text message or the spoken text that no field with a source holds.
     *
     * @return empty when all is well
     */
    List<String> unsourcedFigures();

    /** Content check of review dates. Any thread may call. */
    interface Reviews {

        /** Slugs of the articles that should have been looked at again before today; those that answer nobody for it among them. */
        List<String> overdue();
    }
}
