package id.pendopo.planted.store;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ControllerWithATable {

    private final JdbcClient jdbc;

    ControllerWithATable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int rows() {
        return jdbc.sql("select 1").query(Integer.class).single();
    }
}
