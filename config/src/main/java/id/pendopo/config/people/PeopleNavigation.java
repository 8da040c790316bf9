package id.pendopo.config.people;

import id.pendopo.ui.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of these pages in the menu. */
@Configuration(proxyBeanMethods = false)
class PeopleNavigation {

    @Bean
    MenuEntry peopleMenuEntry() {
        return new MenuEntry("/admin/people", "config.menu.people", "admin", 81);
    }

    @Bean
    MenuEntry keysMenuEntry() {
        return new MenuEntry("/admin/keys", "config.menu.keys", "admin", 82);
    }

    @Bean
    MenuEntry auditMenuEntry() {
        return new MenuEntry("/admin/audit", "config.menu.audit", "admin", 86);
    }
}
