"""The matrix itself, in the order of product.md, section 2. How to read it stands in cells.py."""

# parent, other parent, informed parent, young person, sibling, named network member,
# network member, supporter, professional, responsible, leader, administrator, ended, other circle
SEES_GOALS = """
goal for the circle                       | yes yes -   yes yes yes yes -   yes yes - - - -
goal for the core                         | yes yes -   yes yes -   -   -   yes yes - - - -
goal that names Inger                     | yes yes -   yes yes yes -   -   yes yes - - - -
goal shown to Karl                        | yes yes yes yes yes yes yes -   yes yes - - - -
goal for the parents                      | yes yes -   -   -   -   -   -   yes yes - - - -
Freja's private goal                      | -   -   -   yes -   -   -   -   -   yes - - - -
Sofie's private goal                      | -   -   -   -   yes -   -   -   -   yes - - - -
Freja's goal, shared                      | yes yes -   yes -   yes yes -   yes yes - - - -
Inger's goal                              | yes yes -   yes yes yes -   -   yes yes - - - -
goal that has ended                       | yes yes -   yes yes yes yes -   yes yes - - - -
goal in the other circle                  | -   -   -   -   -   -   -   -   -   -   - - - *
Mette's proposal                          | yes yes -   yes yes yes yes -   yes yes - - - -
Sanne's proposal                          | yes yes -   yes yes yes yes -   yes yes - - - -
goal with a change of Mette's             | yes yes -   yes yes yes yes -   yes yes - - - -
other words of goal with a change of Mette's | yes yes - yes yes yes yes - yes yes - - - -
comment on goal with a change of Mette's  | yes yes -   yes yes yes yes -   yes yes - - - -
Mette's draft                             | yes -   -   -   -   -   -   -   -   -   - - - -
why of Mette's draft                      | yes -   -   -   -   -   -   -   -   -   - - - -
step of goal for the circle               | yes yes -   yes yes yes yes -   yes yes - - - -
step of goal for the core                 | yes yes -   yes yes -   -   -   yes yes - - - -
step of goal that names Inger             | yes yes -   yes yes yes -   -   yes yes - - - -
step of goal shown to Karl                | yes yes yes yes yes yes yes -   yes yes - - - -
step of goal for the parents              | yes yes -   -   -   -   -   -   yes yes - - - -
step of Freja's private goal              | -   -   -   yes -   -   -   -   -   yes - - - -
step of Sofie's private goal              | -   -   -   -   yes -   -   -   -   yes - - - -
step of Freja's goal, shared              | yes yes -   yes -   yes yes -   yes yes - - - -
step of Inger's goal                      | yes yes -   yes yes yes -   -   yes yes - - - -
step of goal that has ended               | yes yes -   yes yes yes yes -   yes yes - - - -
step of goal in the other circle          | -   -   -   -   -   -   -   -   -   -   - - - *
step of goal with a change of Mette's     | yes yes -   yes yes yes yes -   yes yes - - - -
why Inger was let in                      | yes yes -   -   -   -   -   -   -   yes - - - -
why Karl was let in                       | yes yes -   -   -   -   -   -   -   yes - - - -
why Anders disagrees on goal shown to Karl | yes yes -  yes yes yes yes -   yes yes - - - -
"""
SEES_PROGRESS = """
note on goal for the circle               | yes yes -   yes yes yes yes -   yes yes - - - -
note on goal for the parents              | yes yes -   -   -   -   -   -   yes yes - - - -
note on goal shown to Karl                | yes yes -   yes yes yes yes -   yes yes - - - -
note on goal that has ended               | yes yes -   yes yes yes yes -   yes yes - - - -
note on Freja's private goal              | -   -   -   yes -   -   -   -   -   yes - - - -
note kept for Sanne                       | -   -   -   yes -   -   -   -   -   yes - - - -
note on goal in the other circle          | -   -   -   -   -   -   -   -   -   -   - - - *
"""
SEES_MEETINGS = """
place of network meeting                  | yes yes -   yes -   yes -   yes -   yes - - - -
agenda of network meeting                 | yes yes -   yes -   yes -   yes -   yes - - - -
point of anders for the network meeting   | yes yes -   yes -   yes -   yes -   yes - - - -
point of inger for the network meeting    | yes yes -   yes -   yes -   yes -   yes - - - -
mette on network meeting                  | yes -   -   -   -   -   -   -   -   yes - - - -
anders on network meeting                 | -   yes -   -   -   -   -   -   -   yes - - - -
inger on network meeting                  | -   -   -   -   -   yes -   -   -   yes - - - -
place of talk with Anders alone           | -   yes -   -   -   -   -   -   -   yes - - - -
agenda of talk with Anders alone          | -   yes -   -   -   -   -   -   -   yes - - - -
anders on talk with Anders alone          | -   yes -   -   -   -   -   -   -   yes - - - -
place of home visit at Mette's            | yes -   -   -   -   -   -   -   -   yes - - - -
agenda of home visit at Mette's           | yes -   -   -   -   -   -   -   -   yes - - - -
place of home visit with both             | -   -   -   -   -   -   -   -   -   yes - - - -
agenda of home visit with both            | yes yes -   -   -   yes -   yes -   yes - - - -
place of meeting with Karl                | -   -   yes -   -   -   -   -   yes yes - - - -
agenda of meeting with Karl               | -   -   yes -   -   -   -   -   yes yes - - - -
place of meeting Mette calls              | yes yes -   -   -   -   yes -   -   yes - - - -
agenda of meeting Mette calls             | yes yes -   -   -   -   yes -   -   yes - - - -
anders on meeting Mette calls             | -   yes -   -   -   -   -   -   -   yes - - - -
place of meeting being held               | yes yes -   -   -   yes -   -   yes yes - - - -
agenda of meeting being held              | yes yes -   -   -   yes -   -   yes yes - - - -
outcome of goal for the circle            | yes yes -   -   -   yes -   -   yes yes - - - -
outcome of goal for the parents           | yes yes -   -   -   -   -   -   yes yes - - - -
why the circle is on this step            | yes yes -   -   -   -   -   -   yes yes - - - -
why there is no next meeting              | yes yes -   -   -   yes -   -   yes yes - - - -
what Mette prepares                       | yes -   -   -   -   -   -   -   -   yes - - - -
what is not said beside what Mette prepares | yes - -   -   -   -   -   -   -   yes - - - -
what Anders prepares                      | -   yes -   -   -   -   -   -   -   yes - - - -
what is not said beside what Anders prepares | - yes -  -   -   -   -   -   -   yes - - - -
what Inger shares                         | yes yes -   yes -   yes -   yes -   yes - - - -
what is not said beside what Inger shares | -   -   -   -   -   yes -   -   -   yes - - - -
what Anders prepares for Mette's meeting  | -   yes -   -   -   -   -   -   -   yes - - - -
what is not said beside what Anders prepares for Mette's meeting | - yes - - - - - - - yes - - - -
what Karl prepares                        | -   -   yes -   -   -   -   -   yes yes - - - -
what is not said beside what Karl prepares | -  -   yes -   -   -   -   -   yes -   - - - -
place of held meeting                     | yes yes yes -   -   yes -   -   yes yes - - - -
agenda of held meeting                    | yes yes yes -   -   yes -   -   yes yes - - - -
text of the held meeting                  | yes yes yes -   -   yes -   -   yes yes - - - -
draft of a correction                     | -   -   -   -   -   -   -   -   -   yes - - - -
Mette's comment                           | yes -   -   -   -   -   -   -   yes yes - - - -
Anders's shared comment                   | yes yes yes -   -   yes -   -   yes yes - - - -
place of meeting in the other circle      | -   -   -   -   -   -   -   -   -   -   - - - *
agenda of meeting in the other circle     | -   -   -   -   -   -   -   -   -   -   - - - *
"""
SEES_FOLLOW_UP = """
what Otto calls a 5 on the ruler          | -   -   -   -   -   -   -   -   yes yes - yes - *
reading of Freja                          | yes yes -   yes -   -   -   -   yes yes - - - -
what mette says beside the reading of Freja | yes yes - yes -   -   -   -   yes yes - - - -
reading of Alma                           | -   -   -   -   -   -   -   -   -   -   - - - *
what fatima says beside the reading of Alma | -   -   - -   -   -   -   -   -   -   - - - *
why the phase                             | yes yes -   yes yes -   -   -   yes yes - - - -
why the other circle's phase              | -   -   -   -   -   -   -   -   -   -   - - - *
why the follow-up was moved               | yes yes -   yes yes yes yes -   yes yes - - - -
why the rhythm was changed                | yes yes -   yes yes yes yes -   yes yes - - - -
why the other follow-up was moved         | -   -   -   -   -   -   -   -   -   -   - - - *
"""
SEES_PEOPLE = """
invitation of an uncle                    | yes yes -   -   -   -   -   -   -   yes - - - -
address for invitation of an uncle        | yes -   -   -   -   -   -   -   -   -   - - - -
invitation of Mette's supporter           | yes -   -   -   -   -   -   -   -   yes - - - -
address for invitation of Mette's supporter | yes - -   -   -   -   -   -   -   -   - - - -
Peter's guest                             | yes yes -   -   -   -   -   -   yes yes - - - -
address for Peter's guest                 | -   -   -   -   -   -   -   -   -   -   - - - -
invitation of a teacher                   | yes yes -   -   -   -   -   -   -   yes - - - -
address for invitation of a teacher       | -   -   -   -   -   -   -   -   -   yes - - - -
address for the invitation of Nora        | -   -   -   -   -   -   -   -   -   yes - - - -
whom Freja suggests                       | yes yes -   yes -   -   -   -   -   yes - - - -
why Freja suggests it                     | yes yes -   yes -   -   -   -   -   yes - - - -
why not whom Freja suggested before       | yes yes -   yes -   -   -   -   -   yes - - - -
whom Alma suggests                        | -   -   -   -   -   -   -   -   -   -   - - - *
why Peter takes over                      | yes yes -   yes yes -   -   -   yes yes - - - -
what Mette asks for                       | yes yes -   yes yes yes yes -   yes yes - - - -
what Inger promises                       | yes yes -   yes yes yes yes -   yes yes - - - -
what Ida asked for                        | yes yes -   yes yes yes yes -   yes yes - - - -
what Nana promises                        | -   -   -   -   -   -   -   -   -   -   - - - *
what Mette has typed and not sent         | yes -   -   -   -   -   -   -   -   -   - - - -
what Mette could not send                 | yes -   -   -   -   -   -   -   -   -   - - - -
"""
SEES_NAMES = """
Jens                                      | yes yes -   yes yes yes yes -   yes yes - - - -
Karl                                      | yes yes yes yes yes yes yes -   yes yes - - - -
Dagmar                                    | yes yes -   yes -   yes -   yes yes yes - - - -
"""
PROPOSES_GOALS = """
NewGoal.save_aim            | the circle                  | yes yes no  yes yes yes yes no  yes yes - - - -
NewGoal.start_from          | the circle                  | =   yes no  yes yes yes yes no  yes yes - - - -
NewGoal.save_reasons        | the circle                  | yes =   =   =   =   =   =   =   =   =   - - - -
NewGoal.save_plan           | the circle                  | yes =   =   =   =   =   =   =   =   =   - - - -
NewGoal.remove_step         | step of Mette's draft       | yes -   -   -   -   -   -   -   -   -   - - - -
NewGoal.send                | Mette's draft               | yes -   -   -   -   -   -   -   -   -   - - - -
NewGoal.discard             | the circle                  | yes =   =   =   =   =   =   =   =   =   - - - -
AnswerGoal.propose_change   | goal for the circle         | yes yes -   yes yes yes yes -   yes yes - - - -
AnswerGoal.propose_change   | goal that names Inger       | yes yes -   yes yes yes -   -   yes yes - - - -
AnswerGoal.propose_change   | goal shown to Karl          | yes yes no  yes yes yes yes -   yes yes - - - -
AnswerGoal.propose_change   | goal for the parents        | yes yes -   -   -   -   -   -   yes yes - - - -
AnswerGoal.propose_change   | Freja's private goal        | -   -   -   yes -   -   -   -   -   yes - - - -
AnswerGoal.propose_change   | goal that has ended         | no  no  -   no  no  no  no  -   no  no  - - - -
AnswerGoal.propose_change   | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
AnswerGoal.withdraw         | Mette's proposal            | yes no  -   no  no  no  no  -   no  no  - - - -
"""
ANSWERS_PROPOSALS = """
goal.agreed                 | Mette's proposal            | =   yes -   no  no  no  no  -   yes yes - - - -
goal.agreed                 | Sanne's proposal            | yes yes -   no  no  no  no  -   yes =   - - - -
goal.agreed                 | goal for the parents        | =   yes -   -   -   -   -   -   no  no  - - - -
goal.agreed                 | goal shown to Karl          | =   no  no  no  no  no  no  -   no  no  - - - -
goal.agreed                 | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
goal.returned                      | Mette's proposal     | no  yes -   no  no  no  no  -   no  yes - - - -
goal.returned                      | Sanne's proposal     | yes yes -   no  no  no  no  -   no  no  - - - -
goal.declined               | Mette's proposal            | no  yes -   no  no  no  no  -   yes yes - - - -
goal.declined               | Sanne's proposal            | yes yes -   no  no  no  no  -   yes no  - - - -
goal.declined               | Freja's private goal        | -   -   -   no  -   -   -   -   -   no  - - - -
AnswerGoal.tell_view        | goal for the circle         | no  no  -   yes no  no  no  -   no  no  - - - -
AnswerGoal.tell_view        | goal shown to Karl          | no  no  no  yes no  no  no  -   no  no  - - - -
AnswerGoal.tell_view        | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
"""
STEERS_GOALS = """
SteerGoal.steer             | goal for the core           | yes yes -   no  no  -   -   -   yes yes - - - -
SteerGoal.steer             | goal shown to Karl          | yes yes no  no  no  no  no  -   yes yes - - - -
SteerGoal.steer             | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
SteerGoal.stop              | goal for the circle         | yes yes -   no  no  no  no  -   yes yes - - - -
SteerGoal.stop              | goal for the parents        | yes yes -   -   -   -   -   -   yes yes - - - -
SteerGoal.stop              | Freja's private goal        | -   -   -   no  -   -   -   -   -   yes - - - -
SteerGoal.finish            | goal for the circle         | yes yes -   no  no  no  no  -   yes yes - - - -
SteerGoal.tell_achievement  | goal for the circle         | yes yes -   no  no  no  no  -   yes yes - - - -
GoalSight.choose_audience   | goal for the circle         | yes yes -   no  no  no  no  -   no  yes - - - -
GoalSight.choose_audience   | Freja's private goal        | -   -   -   yes -   -   -   -   -   no  - - - -
GoalSight.choose_audience   | goal shown to Karl          | yes yes no  no  no  no  no  -   no  yes - - - -
GoalSight.choose_audience   | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
GoalSight.name              | goal for the core           | yes yes -   no  no  -   -   -   yes yes - - - -
GoalSight.take_out          | goal that names Inger       | yes yes -   no  no  no  -   -   yes yes - - - -
GoalSight.take_out          | goal shown to Karl          | no  no  no  no  no  no  no  -   no  yes - - - -
GoalSight.share_with_parent | goal for the circle         | no  no  -   no  no  no  no  -   no  yes - - - -
GoalSight.share_with_parent | goal for the parents        | no  no  -   -   -   -   -   -   no  no  - - - -
"""
RECORDS_PROGRESS = """
progress                    | goal for the circle         | yes yes -   yes yes yes yes -   yes yes - - - -
progress                    | goal shown to Karl          | yes yes no  yes yes yes yes -   yes yes - - - -
progress                    | goal for the core           | yes yes -   yes yes -   -   -   yes yes - - - -
progress                    | goal for the parents        | yes yes -   -   -   -   -   -   yes yes - - - -
progress                    | Freja's private goal        | -   -   -   yes -   -   -   -   -   yes - - - -
progress                    | Freja's goal, shared        | yes yes -   yes -   yes yes -   yes yes - - - -
progress                    | goal that has ended         | no  no  -   no  no  no  no  -   no  no  - - - -
progress                    | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
progress.confided           | goal for the circle         | =   =   -   yes yes =   =   -   =   =   - - - -
progress.confided           | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
progress.corrected          | note on goal for the circle | yes no  -   no  no  no  no  -   no  no  - - - -
progress.corrected          | note on goal shown to Karl  | yes no  no  no  no  no  no  -   no  no  - - - -
progress.corrected          | note kept for Sanne         | -   -   -   yes -   -   -   -   -   no  - - - -
progress.corrected          | note on goal that has ended | no  no  -   no  no  no  no  -   no  no  - - - -
UnsentPage.let_go           | what Mette could not send   | yes -   -   -   -   -   -   -   -   -   - - - -
RecordProgress.withdraw     | note on goal for the circle | yes no  -   no  no  no  no  -   no  no  - - - -
RecordProgress.withdraw     | note kept for Sanne         | -   -   -   yes -   -   -   -   -   no  - - - -
RecordProgress.withdraw     | note on goal that has ended | yes no  -   no  no  no  no  -   no  no  - - - -
RecordProgress.withdraw     | note on goal in the other circle | - - -  -   -   -   -   -   -   -   - - - *
"""
TAKES_STEPS = """
GoalSteps.add               | goal for the circle         | yes yes -   yes yes yes yes -   yes yes - - - -
GoalSteps.add               | goal shown to Karl          | yes yes no  yes yes yes yes -   yes yes - - - -
GoalSteps.add               | goal that has ended         | no  no  -   no  no  no  no  -   no  no  - - - -
GoalSteps.add               | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
GoalSteps.change            | step of goal for the circle | yes yes -   no  no  no  no  -   yes yes - - - -
GoalSteps.change            | step of goal for the parents | yes yes -  -   -   -   -   -   yes yes - - - -
GoalSteps.change            | step of goal in the other circle | - - -  -   -   -   -   -   -   -   - - - *
GoalSteps.take              | step of goal for the circle | =   yes -   yes yes yes yes -   yes yes - - - -
GoalSteps.take              | step of goal shown to Karl  | =   yes no  yes yes yes yes -   yes yes - - - -
GoalSteps.withdraw          | step of goal for the circle | yes yes -   no  no  no  no  -   yes yes - - - -
CommitmentsPage.write       | the circle                  | yes yes no  yes yes yes yes no  yes yes - - - -
CommitmentsPage.change      | what Mette asks for         | yes yes -   yes yes yes yes -   yes yes - - - -
CommitmentsPage.change      | what Nana promises          | -   -   -   -   -   -   -   -   -   -   - - - *
CommitmentsPage.keep        | what Inger promises         | no  no  -   no  no  yes no  -   no  no  - - - -
CommitmentsPage.release     | what Inger promises         | no  no  -   no  no  yes no  -   no  no  - - - -
CommitmentsPage.withdraw    | what Mette asks for         | yes no  -   no  no  no  no  -   no  no  - - - -
CommitmentsPage.withdraw    | what Ida asked for          | yes yes -   no  no  no  no  -   no  yes - - - -
TodayPage.finish_step       | step of goal for the circle | yes yes -   no  no  no  no  -   yes yes - - - -
"""
MEETS = """
PlanMeetingPage.plan        | the circle                  | yes yes no  no  no  no  no  no  yes yes - - - -
MeetingPage.answer          | network meeting             | yes yes -   yes -   yes -   yes -   yes - - - -
MeetingPage.answer          | talk with Anders alone      | -   yes -   -   -   -   -   -   -   yes - - - -
MeetingPage.answer          | home visit at Mette's       | yes -   -   -   -   -   -   -   -   yes - - - -
MeetingPage.answer          | meeting with Karl           | -   -   yes -   -   -   -   -   yes no  - - - -
MeetingPage.answer          | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
TodayPage.come              | network meeting             | yes yes -   yes -   yes -   yes -   yes - - - -
MeetingPage.add_point       | network meeting             | yes yes -   yes -   yes -   yes -   yes - - - -
MeetingPage.add_point       | meeting with Karl           | -   -   yes -   -   -   -   -   yes no  - - - -
MeetingPage.withdraw_point  | point of anders             | no  yes -   no  -   no  -   no  -   no  - - - -
MeetingPage.order           | network meeting             | no  no  -   no  -   no  -   no  -   yes - - - -
MeetingPage.order           | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
MeetingPage.leave_out       | network meeting             | no  no  -   no  -   no  -   no  -   yes - - - -
MeetingPage.change          | network meeting             | no  no  -   no  -   no  -   no  -   yes - - - -
MeetingPage.change          | meeting Mette calls         | yes no  -   -   -   -   no  -   -   yes - - - -
MeetingPage.cancel          | network meeting             | no  no  -   no  -   no  -   no  -   yes - - - -
MeetingPage.cancel          | meeting with Karl           | -   -   no  -   -   -   -   -   yes yes - - - -
meeting.prepared            | home visit with both        | yes yes -   -   -   yes -   yes -   yes - - - -
meeting.prepared            | meeting with Karl           | -   -   =   -   -   -   -   -   yes no  - - - -
meeting.prepared            | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
PreparePage.share           | network meeting             | yes yes -   =   -   =   -   =   -   =   - - - -
PreparePage.keep_back       | network meeting             | =   =   -   =   -   yes -   =   -   =   - - - -
SummaryPage.save            | held meeting                | no  no  no  -   -   no  -   -   no  yes - - - -
SummaryPage.send            | held meeting                | no  no  no  -   -   no  -   -   no  yes - - - -
SummaryPage.correct         | held meeting                | no  no  no  -   -   no  -   -   no  =   - - - -
SummaryPage.correct         | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
SummaryPage.reply           | text of the held meeting    | yes yes yes -   -   yes -   -   yes no  - - - -
MeetingPage.invite          | meeting Mette calls         | yes no  -   -   -   -   no  -   -   yes - - - -
MeetingPage.invite          | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
FindTime.offer              | network meeting             | no  no  -   no  -   no  -   no  -   yes - - - -
FindTime.offer              | meeting Mette calls         | yes no  -   -   -   -   no  -   -   yes - - - -
FindTime.offer              | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
FindTime.mark               | network meeting             | yes yes -   yes -   yes -   yes -   yes - - - -
FindTime.mark               | meeting Mette calls         | yes yes -   -   -   -   yes -   -   no  - - - -
FindTime.mark               | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
FindTime.withdraw           | time for network meeting    | no  no  -   no  -   no  -   no  -   yes - - - -
FindTime.withdraw           | time for meeting Mette calls | yes no -   -   -   -   no  -   -   yes - - - -
FindTime.choose             | time for network meeting    | no  no  -   no  -   no  -   no  -   yes - - - -
FindTime.choose             | time for meeting Mette calls | yes no -   -   -   -   no  -   -   yes - - - -
FindTime.choose             | time for meeting in the other circle | - - - - - - -  -   -   -   - - - *
WrittenTime.look            | network meeting             | no  no  -   no  -   no  -   no  -   =   - - - -
WrittenTime.look            | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
WrittenTime.look_ahead      | the circle                  | =   =   no  no  no  no  no  no  =   =   - - - -
"""
FOLLOWS_UP = """
PhaseSection.change         | the circle                  | no  no  no  no  no  no  no  no  no  yes - - - -
RulerSection.write          | child Emil                  | no  no  -   -   -   -   -   -   yes yes - - - -
RulerSection.write          | child Freja                 | no  no  -   no  -   -   -   -   yes yes - - - -
RulerSection.write          | child Alma                  | -   -   -   -   -   -   -   -   -   -   - - - *
RulerSection.correct        | reading of Freja            | no  no  -   no  -   -   -   -   yes no  - - - -
RulerSection.comment        | reading of Freja            | yes yes -   yes -   -   -   -   no  no  - - - -
RulerSection.comment        | reading of Alma             | -   -   -   -   -   -   -   -   -   -   - - - *
round.answered              | goal for the circle         | yes yes -   yes yes yes yes -   yes yes - - - -
round.answered              | goal shown to Karl          | yes yes -   yes yes yes yes -   yes yes - - - -
round.answered              | goal for the parents        | yes yes -   -   -   -   -   -   yes yes - - - -
round.answered              | Freja's private goal        | -   -   -   yes -   -   -   -   -   yes - - - -
round.answered              | goal that has ended         | no  no  -   no  no  no  no  -   no  no  - - - -
round.answered              | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
RoundPage.pass_over         | goal for the circle         | yes yes -   yes yes yes yes -   yes yes - - - -
RoundPage.pass_over         | goal for the parents        | yes yes -   -   -   -   -   -   yes yes - - - -
RoundPage.pass_over         | goal in the other circle    | -   -   -   -   -   -   -   -   -   -   - - - *
RulerWordsPage.save         | the ruler's words           | -   -   -   -   -   -   -   -   -   -   - yes - -
FollowUpPage.change         | the circle                  | no  no  -   no  no  no  no  -   no  yes - - - -
FollowUpPage.move           | the follow-up               | no  no  -   no  no  no  no  -   no  yes - - - -
FollowUpPage.move           | follow-up in the other circle | - -   -   -   -   -   -   -   -   -   - - - *
FollowUpPage.skip           | the follow-up               | no  no  -   no  no  no  no  -   no  yes - - - -
FollowUpPage.hold           | the follow-up               | no  no  -   no  no  no  no  -   yes yes - - - -
FollowUpPage.hold           | follow-up in the other circle | - -   -   -   -   -   -   -   -   -   - - - *
MeetingDayPage.decide       | meeting being held          | no  no  -   -   -   no  -   -   yes yes - - - -
MeetingDayPage.decide       | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
MeetingDayPage.agree_step   | meeting being held          | no  no  -   -   -   no  -   -   yes yes - - - -
MeetingDayPage.agree_step   | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
MeetingDayPage.choose_step  | meeting being held          | no  no  -   -   -   no  -   -   yes yes - - - -
MeetingDayPage.choose_step  | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
MeetingDayPage.agree_next   | meeting being held          | no  no  -   -   -   no  -   -   yes yes - - - -
MeetingDayPage.agree_next   | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
MeetingDayPage.part         | meeting being held          | no  no  -   -   -   no  -   -   yes yes - - - -
MeetingDayPage.part         | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
MeetingDayPage.end          | meeting being held          | no  no  -   -   -   no  -   -   yes yes - - - -
MeetingDayPage.end          | meeting in the other circle | -   -   -   -   -   -   -   -   -   -   - - - *
"""
INVITES = """
InvitePage.send             | a network member            | yes yes no  no  no  no  no  no  yes yes - - - -
InvitePage.send             | a professional              | no  no  no  no  no  no  no  no  no  yes - - - -
InvitePage.look             | a network member            | =   =   no  no  no  no  no  no  =   =   - - - -
InvitePage.take_up          | whom Freja suggests         | yes yes no  no  no  no  no  no  -   yes - - - -
SuggestPage.send            | the circle                  | no  no  no  yes yes no  no  no  no  no  - - - -
SuggestionPage.decline      | whom Freja suggests         | yes yes -   no  -   -   -   -   -   yes - - - -
SuggestionPage.decline      | whom Alma suggests          | -   -   -   -   -   -   -   -   -   -   - - - *
SuggestionPage.withdraw     | whom Freja suggests         | no  no  -   yes -   -   -   -   -   no  - - - -
CirclePage.confirm          | Peter's guest               | yes yes -   -   -   -   -   -   no  no  - - - -
CirclePage.refuse           | Peter's guest               | yes yes -   -   -   -   -   -   no  no  - - - -
CirclePage.revoke           | Peter's guest               | yes yes -   -   -   -   -   -   yes yes - - - -
CirclePage.revoke           | invitation of Mette's supporter | yes - - -   -   -   -   -   -   yes - - - -
CirclePage.revoke           | invitation of a teacher     | no  no  -   -   -   -   -   -   -   yes - - - -
CirclePage.resend           | invitation of an uncle      | yes no  -   -   -   -   -   -   -   no  - - - -
LinkPage.show               | invitation of an uncle      | yes no  -   -   -   -   -   -   -   no  - - - -
LinkPage.show               | invitation of Nora          | no  no  -   -   -   -   -   -   -   no  - - - -
LinkPage.revoke             | invitation of an uncle      | yes yes -   -   -   -   -   -   -   yes - - - -
ChildPage.give              | child Mads                  | no  no  -   -   -   -   -   -   no  yes - - - -
ChildPage.give              | child Alma                  | -   -   -   -   -   -   -   -   -   -   - - - *
ChildPage.resend            | invitation of Nora          | no  no  -   -   -   -   -   -   -   yes - - - -
ChildPage.revoke            | invitation of Nora          | no  no  -   -   -   -   -   -   -   yes - - - -
ChildPage.end               | child Freja                 | no  no  -   no  -   -   -   -   no  yes - - - -
ChildPage.record_birth      | child Den lille             | yes yes -   -   -   -   -   -   no  yes - - - -
PreviewPage.load            | place of inger              | yes yes -   no  no  no  no  -   no  yes - - - -
PreviewPage.load            | place of anders             | no  no  -   no  no  no  no  no  no  yes - - - -
PreviewPage.load            | place of karl               | no  no  no  no  no  no  no  -   no  yes - - - -
PreviewPage.load            | place of dagmar             | yes -   -   -   -   -   -   no  no  yes - - - -
PreviewPage.load            | place of nana               | -   -   -   -   -   -   -   -   -   -   - - - *
"""
ENDS = """
PersonPage.end              | place of jens               | yes yes -   no  no  no  no  -   yes yes - - - -
PersonPage.end              | place of dagmar             | yes -   -   -   -   -   -   no  no  no  - - - -
PersonPage.end              | place of anders             | no  no  -   no  no  no  no  no  no  no  - - - -
PersonPage.end              | place of sanne              | no  no  no  no  no  no  no  no  no  no  - - - -
PersonPage.end              | place of nana               | -   -   -   -   -   -   -   -   -   -   - - - *
PersonPage.leave            | place of inger              | no  no  -   no  no  yes no  -   no  no  - - - -
PersonPage.leave            | place of mette              | yes no  -   no  no  no  no  no  no  no  - - - -
PersonPage.leave            | place of freja              | no  no  -   no  no  no  no  -   no  no  - - - -
PersonPage.leave            | place of sanne              | no  no  no  no  no  no  no  no  no  no  - - - -
PersonPage.agree_last_day   | place of jens               | yes yes -   no  no  no  no  -   no  no  - - - -
PersonPage.remove_last_day  | place of jens               | yes yes -   no  no  no  no  -   no  no  - - - -
PersonPage.remove_last_day  | place of nana               | -   -   -   -   -   -   -   -   -   -   - - - *
"""
PROTECTS = """
ProtectAddress.protect      | place of anders             | no  yes -   no  no  no  no  no  no  yes - - - -
ProtectAddress.protect      | place of karl               | no  no  yes no  no  no  no  -   no  yes - - - -
ProtectAddress.lift         | place of mette              | yes no  -   no  no  no  no  no  no  yes - - - -
ProtectAddress.lift         | place of fatima             | -   -   -   -   -   -   -   -   -   -   - - - *
HandOverPage.look           | the circle                  | no  no  no  no  no  no  no  no  no  =   - - - -
HandOverPage.agree          | the circle                  | no  no  no  no  no  no  no  no  no  yes - - - -
HandOverPage.take_back      | handover                    | -   -   -   -   -   -   -   -   no  yes - - - -
HandOverPage.end_early      | handover                    | -   -   -   -   -   -   -   -   no  no  - - - -
RecoverySection.start       | place of mette              | no  no  -   no  no  no  no  no  no  yes - - - -
RecoverySection.start       | place of peter              | no  no  -   no  no  no  no  -   no  no  - - - -
RecoverySection.start       | place of nana               | -   -   -   -   -   -   -   -   -   -   - - - *
RecoverySection.withdraw    | new access for Jens         | -   -   -   -   -   -   -   -   -   yes - - - -
AuthState.choose_circle     | the circle                  | yes yes yes yes yes yes yes yes yes yes - - - -
"""
SEES = {
    "See goals": SEES_GOALS,
    "See progress": SEES_PROGRESS,
    "See meetings": SEES_MEETINGS,
    "See follow-ups, the ruler and the phases": SEES_FOLLOW_UP,
    "See invitations, addresses and words not sent": SEES_PEOPLE,
    "Know that somebody is in the circle": SEES_NAMES,
}
ACTS = {
    "Propose a goal or a change": PROPOSES_GOALS,
    "Answer a proposal": ANSWERS_PROPOSALS,
    "Steer a goal, and who can see it": STEERS_GOALS,
    "Record progress": RECORDS_PROGRESS,
    "Take a step": TAKES_STEPS,
    "Meetings": MEETS,
    "Follow up, the ruler and the phases": FOLLOWS_UP,
    "Invite": INVITES,
    "End a membership": ENDS,
    "Two homes, a new professional, help to sign in": PROTECTS,
}
