package id.pendopo.knowledge;

import java.util.List;

/** Content check of review dates, for whoever looks after an installation. Any thread may call. */
public interface ReviewChecks {

    /** Slugs of the articles that should have been looked at again before today; those that answer nobody for it among them. */
    List<String> overdue();
}
