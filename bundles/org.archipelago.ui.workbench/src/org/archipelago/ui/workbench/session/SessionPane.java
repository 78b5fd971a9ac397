package org.archipelago.ui.workbench.session;

import java.util.Optional;
import org.archipelago.core.Problem;
import org.archipelago.engine.Invitation;
import org.archipelago.engine.Participant;
import org.archipelago.results.Format;
import org.archipelago.ui.common.Fonts;
import org.archipelago.ui.common.Palette;
import org.archipelago.ui.workbench.run.RunWords;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IMemento;

/** A session: what it is about, who is here, its invitations, and what has happened. */
final class SessionPane extends Composite {

  private static final int[] WEIGHTS = {36, 28, 36};
  private static final int TEXT_WIDTH = 440;
  private static final String PARTICIPANTS = "participants";
  private static final String INVITATIONS = "invitations";
  private static final String EVENTS = "events";

  private final Label title;
  private final Label state;
  private final Label warning;
  private final Label alone;
  private final SessionTable<Participant> participants;
  private final SessionTable<Issued> invitations;
  private final SessionTable<SessionEvent> events;

  SessionPane(Composite parent) {
    super(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
    title = line();
    Fonts.bold(title, 1);
    state = line();
    warning = line();
    Palette.WARNING.applyTo(warning);
    alone = line();
    Palette.QUIET.applyTo(alone);
    SashForm sash = new SashForm(this, SWT.VERTICAL);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
    participants =
        new SessionTable<Participant>(sash, SessionPane::fill)
            .column(SessionMessages.column_name, SWT.LEFT, 34)
            .column(SessionMessages.column_doing, SWT.LEFT, 30)
            .column(SessionMessages.column_rows, SWT.RIGHT, 14)
            .column(SessionMessages.column_lastSeen, SWT.RIGHT, 22);
    invitations =
        new SessionTable<Issued>(sash, SessionPane::fill)
            .column(SessionMessages.column_number, SWT.RIGHT, 8)
            .column(SessionMessages.column_usedBy, SWT.LEFT, 32)
            .column(SessionMessages.column_text, SWT.LEFT, 60);
    events =
        new SessionTable<SessionEvent>(sash, SessionPane::fill)
            .column(SessionMessages.column_time, SWT.LEFT, 14)
            .column(SessionMessages.column_who, SWT.LEFT, 22)
            .column(SessionMessages.column_event, SWT.LEFT, 64);
    sash.setWeights(WEIGHTS);
  }

  private Label line() {
    Label label = new Label(this, SWT.WRAP);
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(10, 2)
        .hint(TEXT_WIDTH, SWT.DEFAULT)
        .exclude(true)
        .applyTo(label);
    label.setVisible(false);
    return label;
  }

  void show(SessionSnapshot now) {
    text(title, now.experiment());
    text(state, stateLine(now));
    text(warning, now.warning().map(Problem::localized).orElse(""));
    text(alone, now.mayJoin() && now.participants().isEmpty() ? SessionMessages.hint_alone : "");
    participants.show(
        NLS.bind(SessionMessages.participants, now.participants().size()), now.participants());
    invitations.show(
        invitationsHeading(now),
        now.invitations().stream().map(one -> new Issued(one, now.mayJoin())).toList());
    events.show(SessionMessages.events, now.events());
  }

  private void text(Label label, String text) {
    if (label.getText().equals(text)) {
      return;
    }
    label.setText(text);
    ((GridData) label.getLayoutData()).exclude = text.isEmpty();
    label.setVisible(!text.isEmpty());
    layout();
  }

  private static String stateLine(SessionSnapshot now) {
    String pattern =
        switch (now.phase()) {
          case RUNNING -> SessionMessages.state_running;
          case OVER -> SessionMessages.state_over;
          case CLOSING -> SessionMessages.state_closing;
          default -> SessionMessages.state_open;
        };
    return NLS.bind(pattern, now.address(), now.simulated());
  }

  private static void fill(TableItem item, Participant participant) {
    item.setText(new String[] {
      participant.name(),
      RunWords.of(participant),
      Format.count(participant.rows()),
      RunWords.clock(participant.lastSeen())
    });
    item.setForeground(
        RunWords.color(participant).map(color -> color.on(item.getParent())).orElse(null));
  }

  private static String invitationsHeading(SessionSnapshot now) {
    int all = now.invitations().size();
    long used = now.invitations().stream().filter(one -> one.usedBy().isPresent()).count();
    return now.mayJoin()
        ? NLS.bind(SessionMessages.invitations, all - used, all)
        : NLS.bind(SessionMessages.invitations_closed, used, all);
  }

  /** An invitation, and whether those that nobody has used are still good. */
  private record Issued(Invitation invitation, boolean open) {

    boolean good() {
      return open && invitation.usedBy().isEmpty();
    }
  }

  private static void fill(TableItem item, Issued issued) {
    Invitation invitation = issued.invitation();
    String unused = issued.open() ? SessionMessages.invitation_free : SessionMessages.invitation_void;
    item.setText(new String[] {
      Format.count(invitation.number()),
      invitation.usedBy()
          .map(name -> NLS.bind(SessionMessages.invitation_usedBy, name))
          .orElse(unused),
      invitation.text()
    });
    item.setForeground(issued.good() ? null : Palette.QUIET.on(item.getParent()));
  }

  private static void fill(TableItem item, SessionEvent event) {
    item.setText(new String[] {RunWords.clock(event.at()), event.who(), event.what()});
    item.setForeground(event.refusal() ? Palette.ERROR.on(item.getParent()) : null);
  }

  /** The invitation that is chosen in the table. */
  Optional<Invitation> chosenInvitation() {
    return invitations.chosen().map(Issued::invitation);
  }

  void save(IMemento memento) {
    participants.save(memento, PARTICIPANTS);
    invitations.save(memento, INVITATIONS);
    events.save(memento, EVENTS);
  }

  void restore(IMemento memento) {
    participants.restore(memento, PARTICIPANTS);
    invitations.restore(memento, INVITATIONS);
    events.restore(memento, EVENTS);
  }

  @Override
  public boolean setFocus() {
    return participants.table().setFocus();
  }
}
