package id.pendopo.ticketing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this module adds to the layout's menu. */
@Configuration(proxyBeanMethods = false)
class TicketingMenu {

    @Bean
    MenuEntry reportEntry() {
        return new MenuEntry("/report", "ticketing.menu.report", "", 20);
    }

    @Bean
    MenuEntry trackEntry() {
        return new MenuEntry("/track", "ticketing.menu.track", "", 30);
    }

    @Bean
    MenuEntry deskEntry() {
        return new MenuEntry("/desk", "ticketing.menu.desk", "desk:read", 10);
    }

    @Bean
    MenuEntry adminDeskEntry() {
        return new MenuEntry("/admin/desk", "ticketing.menu.admin", "admin", 60);
    }
}
