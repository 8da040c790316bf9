package id.pendopo.conversation.forms;

import id.pendopo.ui.CountryPack;

/**
 * The forms of a country pack: what is asked of a problem, and of an idea.
 *
 * @param report for problems, {@code forms/report-N.yaml}
 * @param aspiration for ideas, {@code forms/aspiration-N.yaml}
 */
public record Forms(Form report, Form aspiration) {

    /** The newest versions; where a pack has no form for ideas they are reported like problems. */
    public static Forms of(CountryPack pack) {
        Form report = FormFile.report(pack);
        return new Forms(report, FormFile.newest(pack, Draft.ASPIRATION).orElse(report));
    }

    /** The one that a draft fills in. */
    public Form of(Draft draft) {
        return draft.aspires() ? aspiration : report;
    }
}
