// The words around handing a run in. Counterpart: course/hand-in-panel.tsx. Rule: what a file holds is said before it is made.

export const handInEn = {
  'handIn.title': 'Hand in an exercise',
  'handIn.help':
    'For a course that marks: you get a lab of your own, with names and ids that nobody else has. Work on the lessons in it, then save the file and hand it in where your course takes it.',
  'handIn.student': 'Your student number',
  'handIn.exercise': 'Name of the exercise, as your course gave it',
  'handIn.open': 'Open my lab for it',
  'handIn.lab': '{exercise}, {student}',
  'handIn.isOpen': 'The lab of {student} for {exercise} is open.',
  'handIn.holds':
    'The file holds your number, everything that was typed and done in this lab since it was opened, what you predicted and answered, the hints you used, and when. It holds no passwords and no keys, and nothing from outside this lab. It is saved on this computer; nobody gets it but whom you give it to.',
  'handIn.more': 'A lesson that opens another lab makes another file: hand in both.',
  'handIn.save': 'Save the file to hand in',
  'handIn.answers': 'Answers to questions on paper',
  'handIn.answersHelp':
    'If your course has asked questions on paper: give the question’s number and your answer, and they go into the file. What you say last counts.',
  'handIn.question': 'Question',
  'handIn.answer': 'Answer',
  'handIn.write': 'Write it down',
  'handIn.given': '{name}: {value}',
  'handIn.badNumber': 'Letters, digits and . _ @ - make a number, 64 at most.',
  'handIn.badExercise': 'Letters, digits and . _ - make a name, 40 at most.',
} as const;
