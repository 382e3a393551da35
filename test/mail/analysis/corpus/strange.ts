// Twenty letters with something wrong in them: forged, broken, or made by a program that lies without meaning to. Rule: as
// in letter.ts; whatever is not what a letter is about is as it would be in an honest one.

import { EXAMPLES } from '../../../../renderer/analyzer/examples.ts';
import type { CorpusLetter } from './letter.ts';

export const STRANGE: readonly CorpusLetter[] = [
  {
    name: 'a bank’s letter from a household line, with a hop invented below it',
    finds: ['chain.broken', 'time.backwards', 'client.dynamic', 'id.pattern', 'replyTo.other', 'results.failed'],
    letter: EXAMPLES.find(({ id }) => id === 'bank')?.letter ?? '',
  },
  {
    name: 'a Received field among the author’s own',
    finds: ['received.below'],
    letter: String.raw`Return-Path: <desk@skua.example>
Received: from smtp.skua.example (smtp.skua.example [192.0.2.33])
	by mx1.harbor.example (Postfix) with ESMTPS id 1B0F160A01
	for <bob@harbor.example>; Tue, 10 Mar 2026 08:00:01 +0000 (UTC)
From: Desk <desk@skua.example>
To: bob@harbor.example
Subject: Sent from the office, honestly
Received: from office.skua.example (office.skua.example [192.0.2.35])
	by smtp.skua.example (Postfix) with ESMTP id 1B0F160A00;
	Tue, 10 Mar 2026 08:00:00 +0000 (UTC)
Date: Tue, 10 Mar 2026 07:59:59 +0000
Message-ID: <a1@skua.example>
`,
  },
  {
    name: 'a hop that is older than the one before it by three and a half hours',
    finds: ['time.backwards', 'date.future'],
    letter: String.raw`Return-Path: <jon@skua.example>
Received: from smtp.skua.example (smtp.skua.example [192.0.2.33])
	by mx1.harbor.example (Postfix) with ESMTPS id 2B0F160A02
	for <bob@harbor.example>; Tue, 10 Mar 2026 08:31:01 +0000 (UTC)
Received: from gate.skua.example (gate.skua.example [192.0.2.30])
	by smtp.skua.example (Postfix) with ESMTP id 2B0F160A03;
	Tue, 10 Mar 2026 05:01:00 +0000 (UTC)
Received: from jon.skua.example (jon.skua.example [192.0.2.36])
	by gate.skua.example (Postfix) with ESMTPA id 2B0F160A04;
	Tue, 10 Mar 2026 08:30:58 +0000 (UTC)
From: Jon <jon@skua.example>
To: bob@harbor.example
Subject: Before it was written
Date: Tue, 10 Mar 2026 08:40:57 +0000
Message-ID: <a2@skua.example>
`,
  },
  {
    name: 'a server that writes its summer time as if it were winter',
    finds: ['time.zone', 'date.future'],
    letter: String.raw`Return-Path: <jon@skua.example>
Received: from smtp.skua.example (smtp.skua.example [192.0.2.33])
	by mx1.harbor.example (Postfix) with ESMTPS id 3B0F160A02
	for <bob@harbor.example>; Wed, 1 Jul 2026 08:30:04 +0000 (UTC)
Received: from jon.skua.example (jon.skua.example [192.0.2.36])
	by smtp.skua.example (Postfix) with ESMTPA id 3B0F160A03;
	Wed, 1 Jul 2026 10:30:02 +0100 (CET)
From: Jon <jon@skua.example>
To: bob@harbor.example
Subject: Summer
Date: Wed, 1 Jul 2026 13:30:00 +0200
Message-ID: <a3@skua.example>
`,
  },
  {
    name: 'an address that no machine has',
    finds: ['address.impossible', 'chain.broken'],
    letter: String.raw`Return-Path: <office@puffin.example>
Received: from mailer.turnstone.example (mailer.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTP id 4B0F160A02
	for <bob@harbor.example>; Wed, 11 Mar 2026 08:30:04 +0000 (UTC)
Received: from office.puffin.example (office.puffin.example [192.0.2.421])
	by mail.puffin.example (Postfix) with ESMTP id 4B0F160A03;
	Wed, 11 Mar 2026 08:30:02 +0000 (UTC)
From: Office <office@puffin.example>
To: bob@harbor.example
Subject: From number 421
Date: Wed, 11 Mar 2026 08:30:00 +0000
Message-ID: <a4@puffin.example>
`,
  },
  {
    name: 'a private address between two organisations',
    finds: ['address.private'],
    letter: String.raw`Return-Path: <office@puffin.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTP id 5B0F160A02
	for <bob@harbor.example>; Wed, 11 Mar 2026 09:30:04 +0000 (UTC)
Received: from mail.puffin.example (mail.puffin.example [10.31.0.8])
	by out.turnstone.example (Postfix) with ESMTP id 5B0F160A03;
	Wed, 11 Mar 2026 09:30:02 +0000 (UTC)
Received: from office.puffin.example (office.puffin.example [192.0.2.91])
	by mail.puffin.example (Postfix) with ESMTPA id 5B0F160A04;
	Wed, 11 Mar 2026 09:30:01 +0000 (UTC)
From: Office <office@puffin.example>
To: bob@harbor.example
Subject: Across the Internet with 10.31.0.8
Date: Wed, 11 Mar 2026 09:30:00 +0000
Message-ID: <a5@puffin.example>
`,
  },
  {
    name: 'a stranger who greets with the receiver’s own name',
    finds: ['helo.ours', 'client.dynamic', 'returnPath.other'],
    letter: String.raw`Return-Path: <k7@quickbox.example>
Received: from mail.harbor.example (cable-31.reedline.example [198.51.100.31])
	by mx1.harbor.example (Postfix) with ESMTP id 6B0F160A02
	for <bob@harbor.example>; Wed, 11 Mar 2026 10:30:04 +0000 (UTC)
From: Postmaster <postmaster@harbor.example>
To: bob@harbor.example
Subject: Your mailbox is full
Date: Wed, 11 Mar 2026 10:30:00 +0000
Message-ID: <a6@quickbox.example>
`,
  },
  {
    name: 'a greeting with somebody else’s address',
    finds: ['helo.address'],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received: from [203.0.113.199] (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTP id 7B0F160A02
	for <bob@harbor.example>; Wed, 11 Mar 2026 11:30:04 +0000 (UTC)
From: Desk <desk@turnstone.example>
To: bob@harbor.example
Subject: Which address is yours?
Date: Wed, 11 Mar 2026 11:30:00 +0000
Message-ID: <a7@turnstone.example>
`,
  },
  {
    name: 'ids that the named programs don’t give',
    finds: ['id.pattern', 'id.pattern', 'protocol.tls'],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTP id 8B0F160A02
	for <bob@harbor.example>; Wed, 11 Mar 2026 12:30:04 +0000 (UTC)
Received: from a.turnstone.example (a.turnstone.example [198.51.100.21])
	(using TLSv1.2 with cipher AES128-SHA (128/128 bits))
	by out.turnstone.example (Postfix) with SMTP id 20260311-0007;
	Wed, 11 Mar 2026 12:30:02 +0000 (UTC)
Received: from b.turnstone.example ([198.51.100.22] helo=b.turnstone.example)
	by a.turnstone.example with esmtp (Exim 4.96) id 88412773
	for bob@harbor.example; Wed, 11 Mar 2026 12:30:01 +0000
From: Desk <desk@turnstone.example>
To: bob@harbor.example
Subject: Numbers
Date: Wed, 11 Mar 2026 12:30:00 +0000
Message-ID: <a8@turnstone.example>
`,
  },
  {
    name: 'one id at two servers, and a stamp from before it was handed in',
    finds: ['id.twice', 'protocol.unknown', 'chain.anew'],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTP id 9B0F160A02
	for <bob@harbor.example>; Thu, 12 Mar 2026 12:30:04 +0000 (UTC)
Received: from a.turnstone.example (a.turnstone.example [198.51.100.21])
	by out.turnstone.example (Postfix) with ESMTPX id 9B0F160A02;
	Thu, 12 Mar 2026 12:30:02 +0000 (UTC)
Received: from pc7 (cust-9.reedline.example [198.51.100.99])
	by a.turnstone.example (Postfix) with ESMTPSA id 9B0F160A01;
	Thu, 12 Mar 2026 12:30:02 +0000 (UTC)
Received: from vault.heronbank.example (vault.heronbank.example [192.0.2.14])
	by out.heronbank.example (Postfix) with ESMTPS id 9B0F160A00;
	Thu, 12 Mar 2026 12:30:01 +0000 (UTC)
From: Desk <desk@turnstone.example>
To: bob@harbor.example
Subject: Copied
Date: Thu, 12 Mar 2026 12:30:00 +0000
Message-ID: <a9@turnstone.example>
`,
  },
  {
    name: 'two authors, one for the filter and one for the reader',
    finds: ['field.twice'],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTP id AB0F160A02
	for <bob@harbor.example>; Thu, 12 Mar 2026 13:30:04 +0000 (UTC)
From: Desk <desk@turnstone.example>
From: The Dean <dean@campus.example>
To: bob@harbor.example
Subject: Exam
Date: Thu, 12 Mar 2026 13:30:00 +0000
Message-ID: <b1@turnstone.example>
`,
  },
  {
    name: 'without Date and Message-ID, and with a line that is no field',
    finds: ['field.missing', 'field.missing', 'field.broken'],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTP id BB0F160A02
	for <bob@harbor.example>; Thu, 12 Mar 2026 14:30:04 +0000 (UTC)
From: Desk <desk@turnstone.example>
this line is no field
To: bob@harbor.example
Subject: Made in haste
`,
  },
  {
    name: 'a name that is an address of somebody else’s',
    finds: ['from.name', 'replyTo.other'],
    letter: String.raw`Return-Path: <x91@quickbox.example>
Received: from out.quickbox.example (out.quickbox.example [198.51.100.66])
	by mx1.harbor.example (Postfix) with ESMTPS id CB0F160A02
	for <bob@harbor.example>; Thu, 12 Mar 2026 15:30:04 +0000 (UTC)
Authentication-Results: mx1.harbor.example; spf=pass smtp.mailfrom=quickbox.example
From: "dean@campus.example" <x91@quickbox.example>
Reply-To: dean.campus@openletter.example
To: bob@harbor.example
Subject: Are you at your desk?
Date: Thu, 12 Mar 2026 15:30:00 +0000
Message-ID: <b2@quickbox.example>
`,
  },
  {
    name: 'an author, an envelope and an answer of three houses, and nobody signs',
    finds: ['returnPath.other', 'replyTo.other', 'results.failed', 'messageId.other'],
    letter: String.raw`Return-Path: <bounce@turnstone.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTPS id DB0F160A02
	for <bob@harbor.example>; Fri, 13 Mar 2026 08:30:04 +0000 (UTC)
Authentication-Results: mx1.harbor.example; spf=pass smtp.mailfrom=turnstone.example;
	dmarc=fail header.from=heronbank.example
From: Heron Bank <info@heronbank.example>
Reply-To: <claims@quickbox.example>
To: bob@harbor.example
Subject: A refund
Date: Fri, 13 Mar 2026 08:30:00 +0000
Message-ID: <b3@crier.example>
`,
  },
  {
    name: 'results in the receiver’s own name, put in by the sender',
    finds: ['results.planted', 'results.failed'],
    letter: String.raw`Return-Path: <info@heronbank.example>
Received: from mx1.harbor.example (mx1.harbor.example [203.0.113.25])
	by mail.harbor.example (Postfix) with ESMTP id EB0F160A02
	for <bob@harbor.example>; Fri, 13 Mar 2026 09:30:05 +0000 (UTC)
Authentication-Results: mx1.harbor.example; spf=fail smtp.mailfrom=heronbank.example
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTPS id EB0F160A01
	for <bob@harbor.example>; Fri, 13 Mar 2026 09:30:04 +0000 (UTC)
Received: from desk.turnstone.example (desk.turnstone.example [198.51.100.23])
	by out.turnstone.example (Postfix) with ESMTP id EB0F160A00;
	Fri, 13 Mar 2026 09:30:02 +0000 (UTC)
Authentication-Results: mx1.harbor.example; spf=pass smtp.mailfrom=heronbank.example;
	dmarc=pass header.from=heronbank.example
From: Heron Bank <info@heronbank.example>
To: bob@harbor.example
Subject: Checked and found good
Date: Fri, 13 Mar 2026 09:30:00 +0000
Message-ID: <b4@heronbank.example>
`,
  },
  {
    name: 'results of a server that isn’t on the way',
    finds: ['results.unknown'],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTPS id FB0F160A01
	for <bob@harbor.example>; Fri, 13 Mar 2026 10:30:04 +0000 (UTC)
Authentication-Results: scanner.safemail.example; spf=pass smtp.mailfrom=turnstone.example
From: Desk <desk@turnstone.example>
To: bob@harbor.example
Subject: Guaranteed
Date: Fri, 13 Mar 2026 10:30:00 +0000
Message-ID: <b5@turnstone.example>
`,
  },
  {
    name: 'a signature that leaves out the author and most of the text, and has run out',
    finds: ['dkim.from', 'dkim.length', 'dkim.time'],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTPS id 0C0F160A01
	for <bob@harbor.example>; Sat, 14 Mar 2026 10:30:04 +0000 (UTC)
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=turnstone.example; s=old;
	t=1772323200; x=1772582400; l=14;
	h=to:subject:date; bh=c3RvbmU=; b=dHVybg==
From: Desk <desk@turnstone.example>
To: bob@harbor.example
Subject: Sent again
Date: Sat, 14 Mar 2026 10:30:00 +0000
Message-ID: <b6@turnstone.example>
`,
  },
  {
    name: 'results about another letter',
    finds: ['results.author', 'results.unsigned', 'spf.client'],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received-SPF: Pass (mailfrom) identity=mailfrom; client-ip=192.0.2.14;
	helo=vault.heronbank.example; receiver=mx1.harbor.example
Authentication-Results: mx1.harbor.example; dkim=pass header.d=heronbank.example;
	dmarc=pass header.from=heronbank.example
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTPS id 1C0F160A01
	for <bob@harbor.example>; Sun, 15 Mar 2026 10:30:04 +0000 (UTC)
From: Desk <desk@turnstone.example>
To: bob@harbor.example
Subject: Copied from a better letter
Date: Sun, 15 Mar 2026 10:30:00 +0000
Message-ID: <b7@turnstone.example>
`,
  },
  {
    name: 'a chain of seals with the first one missing',
    finds: ['arc.gap', 'results.failed', 'results.unknown', 'returnPath.explained', 'dkim.broken'],
    letter: String.raw`Return-Path: <talk-bounces@lists.heath.example>
Received: from lists.heath.example (lists.heath.example [198.51.100.40])
	by mx1.harbor.example (Postfix) with ESMTPS id 2C0F160A01
	for <bob@harbor.example>; Mon, 16 Mar 2026 10:30:04 +0000 (UTC)
Authentication-Results: mx1.harbor.example; dmarc=fail header.from=campus.example; arc=fail
ARC-Seal: i=2; a=rsa-sha256; t=1773657000; cv=pass; d=heath.example; s=list; b=c2VhbA==
ARC-Message-Signature: i=2; a=rsa-sha256; d=heath.example; s=list; h=from; bh=bW9v; b=cg==
ARC-Authentication-Results: i=2; lists.heath.example; dkim=pass header.d=campus.example
Authentication-Results: border.campus.example; dkim=pass header.d=campus.example
DKIM-Signature: v=1; a=rsa-sha256; d=campus.example
From: Alice <alice@campus.example>
To: talk@lists.heath.example
Subject: [talk] Moved
Date: Mon, 16 Mar 2026 10:29:00 +0000
Message-ID: <b8@campus.example>
List-Id: <talk.lists.heath.example>
`,
  },
  {
    name: 'invented by a program that can’t reckon with dates, and hides how a name is read',
    finds: [
      'from.hidden',
      'time.weekday',
      'time.nowhere',
      'time.missing',
      'received.bare',
      'messageId.malformed',
      'date.old',
    ],
    letter: String.raw`Return-Path: <desk@turnstone.example>
Received: from out.turnstone.example (out.turnstone.example [198.51.100.20])
	by mx1.harbor.example (Postfix) with ESMTPS id 3C0F160A01
	for <bob@harbor.example>; Tue, 17 Mar 2026 10:30:04 +0000 (UTC)
Received: from a.turnstone.example (a.turnstone.example [198.51.100.21])
	by out.turnstone.example (Postfix) with ESMTP id 3C0F160A02;
	Fri, 17 Mar 2026 10:30:02 +0000
Received: from b.turnstone.example (b.turnstone.example [198.51.100.22])
	by a.turnstone.example (Postfix) with ESMTP id 3C0F160A03;
	Wed, 18 Mar 2026 10:59:01 +2430
Received: from c.turnstone.example (c.turnstone.example [198.51.100.24])
	by b.turnstone.example (Postfix) with ESMTP id 3C0F160A04
Received: for bob; Tue, 17 Mar 2026 10:28:00 +0000
From: =?UTF-8?Q?Desk_=E2=80=AEelpmaxe.knab=E2=80=AC?= <desk@turnstone.example>
To: bob@harbor.example
Subject: Read me backwards
Date: Sun, 15 Feb 2026 10:27:00 +0000
Message-ID: 3344
`,
  },
];
